import type { PoolClient, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { MockActivityEnvironment } from '@temporalio/testing';
import { testMasterKey } from '#database/testing/fixtures';
import type { Blobs } from '#storage/blobs';
import { eraseDrafts } from '../../../activities/erasure/erase-drafts.ts';
import { eraseLetters } from '../../../activities/erasure/erase-letters.ts';
import { eraseUnusedDocuments } from '../../../activities/erasure/erase-unused-documents.ts';
import { keyRequestHashes } from '../../../activities/erasure/key-request-hashes.ts';
import { recordsOf } from '../../../activities/records.ts';
import { setUpOneOfEach, type OneOfEach } from '../testing/one-of-each.ts';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';
import { letterTo } from '../testing/sample-site.ts';

/** Tables that grow with each letter: nothing that is asked often may read one of them whole. */
const growing = ['letters', 'pieces', 'events', 'orders', 'documents', 'facts', 'outbox', 'registered_numbers'].concat([
  'postage_entries',
  'irreversible_steps',
  'idempotency_keys',
  'blob_uses',
  'messages',
  'letter_names',
]);

interface Said {
  settings: string;
  statement: string;
  parameters: unknown[];
  /** Planned without looking at the parameters. */
  prepared: boolean;
}

let t: ApiUnderTest;
let own: OneOfEach;
const said: Said[] = [];
beforeAll(async () => {
  t = await runApi();
  own = await setUpOneOfEach(t);
  for (const database of [t.database.api, t.database.worker]) record(database);
});
afterAll(() => t.stop());

/** Notes each statement with the scope in which it was said. */
function record(database: DataSource): void {
  const make = database.createQueryRunner.bind(database);
  database.createQueryRunner = (mode) => {
    const runner = make(mode);
    const connect = runner.connect.bind(runner);
    let settings = '';
    const noted = async () => {
      const client = (await connect()) as PoolClient;
      const query = (asked: string | QueryConfig<unknown[]>, ...more: unknown[]) => {
        const { text, values = [], name }: QueryConfig<unknown[]> = typeof asked === 'string' ? { text: asked } : asked;
        const begun = /^start transaction; (set local role.*)/.exec(text);
        if (begun) settings = begun[1] ?? '';
        else if (typeof asked !== 'string' && /^\s*(select|with|update|insert|delete)\b/i.test(text))
          said.push({ settings, statement: text, parameters: values, prepared: name !== undefined });
        return client.query(asked as string, ...(more as [unknown[]]));
      };
      return { query };
    };
    Object.assign(runner, { connect: noted });
    return runner;
  };
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The growing tables that a statement can only read from end to end: told to avoid it, the planner finds no index that helps. */
async function readWhole(one: Said): Promise<string[]> {
  const ofApi = /pli_(account|audit|person|provider|door)/.test(one.settings);
  const runner = (ofApi ? t.database.api : t.database.worker).createQueryRunner();
  try {
    await runner.startTransaction();
    return await plansOf((text, of) => runner.query(text, of), one);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

async function plansOf(query: (text: string, of?: unknown[]) => Promise<unknown>, one: Said): Promise<string[]> {
  const { settings, statement, parameters, prepared } = one;
  await query(settings);
  await query('set local enable_seqscan = off');
  const [row] = (await query(
    `explain (format json${prepared ? ', generic_plan' : ''}) ${statement}`,
    prepared ? undefined : parameters,
  )) as [{ 'QUERY PLAN': [{ Plan: Plan }] }];
  return nodesOf(row['QUERY PLAN'][0].Plan).flatMap((node) => {
    const table = growing.find(
      (name) => node['Relation Name'] === name || (name === 'events' && node['Relation Name']?.startsWith('events_')),
    );
    if (table === undefined) return [];
    return node['Node Type'] === 'Seq Scan' ? [table] : [];
  });
}

test('what is asked often finds its rows by an index, however many letters there are', async () => {
  const { customer, operator, ids, atSite } = own;
  const order = await customer.post<{ id: string; letters: { id: string }[] }>('/v1/orders', {
    letters: [letterTo(ids.tpv ?? '')],
    submit: true,
  });
  for (const path of [
    '/v1/letters',
    `/v1/letters?orderId=${order.id}`,
    `/v1/letters/${order.letters[0]?.id}`,
    '/v1/orders',
    `/v1/orders/${order.id}`,
    '/v1/events?after=0',
    '/v1/documents',
  ])
    await customer.get(path);
  await customer.post('/v1/letters/search', { clientReference: 'F-2027' });
  await customer.post('/v1/letters/search', { recipientName: 'Claire Fontaine' });
  await customer.call('DELETE', `/v1/documents/${ids.doc}`);
  for (const path of [
    '/v1/site/board',
    '/v1/site/lots',
    `/v1/site/lots/${atSite.lot}`,
    '/v1/site/trays',
    '/v1/site/deposits',
    '/v1/site/cases',
  ])
    await operator.get(path);

  const records = recordsOf(t.database.worker, () => new Date(), 'bundle');
  const blobs = { release: () => Promise.resolve() } as unknown as Blobs;
  await new MockActivityEnvironment().run(async () => {
    await eraseLetters({ records, blobs }, own.siteId);
    await eraseDrafts({ records });
    await eraseUnusedDocuments({ records, blobs });
    await keyRequestHashes({ records, masterKey: testMasterKey });
  });

  const asked = [
    ...new Map(said.filter(({ settings }) => settings !== '').map((one) => [one.statement, one])).values(),
  ];
  expect(asked.length).toBeGreaterThan(40);
  const whole: string[] = [];
  for (const one of asked)
    for (const fault of await readWhole(one))
      whole.push(`${fault}: ${one.statement.replace(/\s+/g, ' ').slice(0, 160)}`);
  expect(whole).toEqual([]);

  // It would be seen: nothing leads to a letter by its sheets.
  const settings = said.find((one) => one.settings.includes('pli_site'))?.settings ?? '';
  const statement = 'select id from pli.letters where sheets = 3';
  expect(
    await readWhole({
      settings: settings.replace(/pli_site.*/, 'pli_audit'),
      statement,
      parameters: [],
      prepared: false,
    }),
  ).toEqual(['letters']);
});
