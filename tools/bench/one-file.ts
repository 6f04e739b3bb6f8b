import type { ImportView } from '#contracts/api/imports';
import type { OrderReceipt } from '#contracts/api/orders';
import type { PliApi } from '../demonstration/api-client.ts';
import { clientLogOf, noteAccepted } from '../demonstration/witness.ts';
import { inFactory, templateOf, type Factory } from './factory.ts';
import type { Letters } from './large-order.ts';
import { seconds, type Bench } from './measure.ts';
import { residentMegabytes } from './memory.ts';
import { shortLetters, shortTemplate } from './short-letter.ts';

const LETTERS = Number(process.env.BENCH_LETTERS ?? 100_000);
/** Letters made at a time: the file is never whole in memory. */
const AT_ONCE = 500;

/** Fields of an address and of the template's data, each a column under its own name. */
const columns = ['kind', 'organisation', 'name', 'deliveryPoint', 'building', 'streetNumber', 'street', 'box'].concat(
  ['locality', 'postcode', 'town', 'cedex', 'country'],
  ['number', 'day', 'index'],
);

interface ShortLetter {
  recipient: Record<string, string | undefined>;
  content: { data: Record<string, string | number> };
}

/**
 * Sends one order of any size as one CSV: a draft, an import, one streamed upload, then its submission.
 * @returns the order's id
 */
export async function sendByFile(
  { instance }: Pick<Factory, 'instance'>,
  api: PliApi,
  name: string,
  given: { letters: number; version: string; lettersOf: (call: number, count: number) => Letters },
): Promise<string> {
  const orderId = await uploaded(api, name, given);
  const key = `${name}-submit`;
  await api.json<OrderReceipt>('POST', `/v1/orders/${orderId}/submit`, { body: {}, once: key, patienceMs: 300_000 });
  const rows = await api.all<{ id: string }>(`/v1/letters?orderId=${orderId}`);
  const letterIds = rows.map(({ id }) => id);
  noteAccepted(clientLogOf(instance.folder), { at: new Date().toISOString(), orderId, letterIds, key });
  return orderId;
}

async function uploaded(
  api: PliApi,
  name: string,
  { letters, version, lettersOf }: Parameters<typeof sendByFile>[3],
): Promise<string> {
  const { id: orderId } = await api.post<OrderReceipt>('/v1/orders', {}, name);
  const letter = { content: { kind: 'template', templateVersionId: version }, sender: lettersOf(0, 1).sender };
  const { id } = await api.post<ImportView>('/v1/imports', { orderId, letter }, `${name}-import`);
  const done = await api.stream<ImportView>(`/v1/imports/${id}/content`, 'text/csv', csvOf(letters, lettersOf));
  if (done.state !== 'complete' || done.rows.taken !== letters)
    throw new Error(`the import is ${done.state} with ${JSON.stringify(done.rows)}`);
  return orderId;
}

/** The file as it is made, piece by piece. */
function* csvOf(letters: number, lettersOf: (call: number, count: number) => Letters): Generator<Uint8Array> {
  const line = (cells: readonly unknown[]) =>
    `${cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(';')}\r\n`;
  yield Buffer.from(line(columns));
  for (let call = 0; call * AT_ONCE < letters; call++) {
    const made = lettersOf(call, Math.min(AT_ONCE, letters - call * AT_ONCE)).letters as ShortLetter[];
    const rows = made.map(({ recipient, content }) => {
      const said: Record<string, unknown> = { ...recipient, ...content.data };
      return line(columns.map((column) => said[column]));
    });
    yield Buffer.from(rows.join(''));
  }
}

/** 100,000 letters by one CSV into a draft, and its submission: how fast, and whether the API's memory stays as it is. */
export const oneFile: Bench = async (say) =>
  inFactory({ parts: ['postgres', 'valkey', 'simulator', 'api'] }, async (factory) => {
    const { nursery } = factory.demonstration.customers;
    const version = await templateOf(nursery, 'short', shortTemplate);
    const lettersOf = (call: number, count: number) => shortLetters('nursery', version, call, count);
    const samples: { at: number; megabytes: number }[] = [];
    const start = performance.now();
    const timer = setInterval(
      () => samples.push({ at: performance.now() - start, megabytes: residentMegabytes(factory.instance) }),
      200,
    );
    let orderId = '';
    const taken = await seconds(async () => {
      orderId = await uploaded(nursery, 'one-file', { letters: LETTERS, version, lettersOf });
    });
    clearInterval(timer);
    say(`one-file: ${LETTERS} rows in ${taken.toFixed(0)} s`);
    const submitted = await seconds(() =>
      nursery.json('POST', `/v1/orders/${orderId}/submit`, { body: {}, once: 'submit', patienceMs: 300_000 }),
    );
    const peak = (from: number, to: number) =>
      Math.max(
        ...samples.flatMap(({ at, megabytes }) =>
          at >= from * taken * 1000 && at < to * taken * 1000 ? [megabytes] : [],
        ),
      );
    say(
      `one-file: MB by tenths: ${Array.from({ length: 10 }, (_, i) => peak(i / 10, (i + 1) / 10).toFixed(0)).join(' ')}`,
    );
    const growth = peak(0.1, 1) / peak(0, 0.1);
    return [
      {
        name: `one CSV of ${LETTERS} letters: rows a second`,
        value: LETTERS / taken,
        unit: 'rows/s',
        samples: LETTERS,
      },
      {
        name: 'one CSV: peak of the API from a tenth on against the peak before',
        value: growth,
        unit: '×',
        budget: '≤ 1.2',
        holds: growth <= 1.2,
        samples: samples.length,
      },
      { name: 'one CSV: API at its peak', value: peak(0, 1), unit: 'MB' },
      {
        name: `submitting ${LETTERS} letters`,
        value: submitted,
        unit: 's',
        budget: '< 60',
        holds: submitted < 60,
      },
    ];
  });
