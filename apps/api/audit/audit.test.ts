import { execFileSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditFound, LetterLedger, RunHistory, StreamSlice } from '#contracts/api/audit';
import type { OrderReceipt } from '#contracts/api/orders';
import { inLedger } from '#database/ledger';
import { siteScope } from '#database/scope';
import { ChainCheck, type Sha256 } from '#evidence/event-chain';
import { ownNamespace, type OwnNamespace } from '../../../workflows/testing/own-namespace.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { putIntoLot, type SampleLot } from '../testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../testing/sample-site.ts';

const sha256: Sha256 = (bytes) => webcrypto.subtle.digest('SHA-256', bytes);

let temporal: OwnNamespace;
let t: ApiUnderTest;
let auditor: Client;
let letterId: string;
let orderId: string;
let lot: SampleLot;
let runId: string;

beforeAll(async () => {
  temporal = await ownNamespace();
  t = await runApi({ environment: { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace } });
  const { site, customer, template } = await setUpFloor(t);
  const letters = [letterTo(template), letterTo(template)];
  const order = await customer.post<OrderReceipt>('/v1/orders', { letters, submit: true });
  orderId = order.id;
  letterId = order.letters[0]?.id ?? '';
  lot = await putIntoLot(
    t.database,
    site,
    order.letters.map(({ id }) => id),
    { lot: 'inserting', pieces: ['trayed', 'trayed'] },
  );
  const workflow = `lot/${lot.lotId}`;
  const started = await temporal.client.workflow.start('lot', {
    workflowId: workflow,
    taskQueue: 'nobody',
    args: [{ siteId: site.id, lotId: lot.lotId }],
  });
  runId = started.firstExecutionRunId;
  const told = (run: string) =>
    inLedger(
      t.database.worker,
      siteScope(site.id),
      { actor: 'workflow:openLot', cause: { workflow, run, bundle: 'ab'.repeat(32) } },
      () => new Date(),
      async (tx) => tx.tell(`site/${site.id}`, 'lot', lot.lotId, 'lot.opened', {}),
    );
  await told(runId);
  await told('00000000-0000-4000-8000-000000000000'); // of a run that the namespace has forgotten
  auditor = await t.signIn({ role: 'auditor' });
});
afterAll(async () => {
  await t.stop();
  await temporal.close();
});

const find = (text: string) => auditor.post<AuditFound>('/v1/audit/letters/search', { text });
const ledgerOf = () => auditor.get<LetterLedger>(`/v1/audit/letters/${letterId}`);

test('a letter is found by its id and by every number that leads to it, and by no name', async () => {
  const [window] = await t.database.asOwner<{ window_code: string }>(
    `select window_code from pli.pieces where letter_id = $1`,
    [letterId],
  );
  const texts = [letterId, orderId, `${letterId}.1`, lot.lotId, lot.trayId, window?.window_code ?? ''];
  for (const text of texts)
    expect([text, (await find(text)).rows.map(({ id }) => id)]).toEqual([text, expect.arrayContaining([letterId])]);
  expect(await find(orderId)).toMatchObject({ by: 'order', more: false });
  expect(await find('Fontaine')).toEqual({ by: null, rows: [], more: false });
});

test('its ledger tells of all that carried it, and every stretch of its streams holds from end to end', async () => {
  const ledger = await ledgerOf();
  const subjects = new Set(ledger.events.map(({ subject }) => subject));
  expect([...subjects]).toEqual(expect.arrayContaining(['letter', 'order', 'piece', 'lot', 'tray']));
  expect(ledger.complete).toBe(true);
  for (const { stream, first, last, about } of ledger.streams) {
    const slice = await auditor.get<StreamSlice>(
      `/v1/audit/letters/${letterId}/stream?stream=${encodeURIComponent(stream)}&after=${first - 1}&to=${last}`,
    );
    const [begin] = slice.events;
    const check = new ChainCheck({ number: first - 1, hash: begin?.previousHash ?? '' }, sha256);
    expect([stream, await check.take(slice.events), check.breaksAt]).toEqual([stream, true, undefined]);
    expect(check.upTo.number).toBe(last);
    // What the ledger shows of the letter is what stands in the stream.
    const shown = ledger.events.filter((event) => event.stream === stream);
    expect(shown).toHaveLength(about);
    for (const event of shown) expect(slice.events).toContainEqual(event);
  }
});

test('who looked at what is itself told, about the letter', async () => {
  const looks = (await ledgerOf()).events.filter(({ type }) => type.startsWith('letter.audit_'));
  expect(looks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['letter.audit_ledger_read', 'letter.audit_stream_read']),
  );
  for (const { actor, stream } of looks) expect([actor.slice(0, 11), stream]).toEqual(['person:usr_', 'provider']);
});

test('nothing that is shown names anybody', async () => {
  const text = JSON.stringify(await ledgerOf());
  expect(text).not.toMatch(/Fontaine|Lilas|\b69001\b|Claire|vous devez/);
});

test('the histories of the processes that carried it are told as steps; one that is kept no more says so', async () => {
  const { runs } = await ledgerOf();
  expect(runs).toEqual([
    expect.objectContaining({ workflow: `lot/${lot.lotId}`, run: runId, bundles: ['ab'.repeat(32)], events: 1 }),
    expect.objectContaining({ run: '00000000-0000-4000-8000-000000000000' }),
  ]);
  const historyOf = (run: string, end = 'history') =>
    `/v1/audit/letters/${letterId}/${end}?workflow=${encodeURIComponent(`lot/${lot.lotId}`)}&run=${run}`;
  const history = await auditor.get<RunHistory>(historyOf(runId));
  expect(history).toMatchObject({ kept: true, steps: [{ kind: 'begin', process: 'lot' }] });
  expect(await auditor.get(historyOf(runs[1]?.run ?? ''))).toEqual({ kept: false, events: 0, steps: [] });
  const raw = await auditor.call<Buffer>('GET', historyOf(runId, 'history.json'));
  expect((JSON.parse(raw.body.toString()) as { events: unknown[] }).events).toHaveLength(history.events);
  const gone = await auditor.call<{ code: string }>('GET', historyOf(runs[1]?.run ?? '', 'history.json'));
  expect([gone.status, gone.body.code]).toEqual([404, 'history_not_kept']);
  const other = await auditor.call<{ code: string }>('GET', `${historyOf(runId)}x`);
  expect([other.status, other.body.code]).toEqual([404, 'not_found']);
});

/** The file unpacked, checked by its own program. */
function checkOf(zip: Buffer): { folder: string; check: () => string } {
  const folder = mkdtempSync(join(tmpdir(), 'pli-evidence-'));
  writeFileSync(join(folder, 'evidence.zip'), zip);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'evidence.zip'), folder]);
  return {
    folder,
    check: () => {
      try {
        return execFileSync('python3', [join(folder, 'check.py')], { encoding: 'utf8' });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    },
  };
}

test('one file holds all of it, and its own program checks it without us; a byte that is changed is found', async () => {
  const { body } = await auditor.call<Buffer>('GET', `/v1/audit/letters/${letterId}/evidence.zip`);
  const { folder, check } = checkOf(body);
  expect(check()).toMatch(/^\d+ events of streams checked; every link holds$/m);
  const lines = readFileSync(join(folder, 'ledger.jsonl'), 'utf8');
  expect(lines.trim().split('\n').length).toBe((await ledgerOf()).events.length - 1); // this look is one more
  expect(readFileSync(join(folder, 'LISEZ-MOI.txt'), 'utf8')).toContain("n'est plus gardé");
  writeFileSync(join(folder, 'ledger.jsonl'), lines.replace('"in_production"', '"composed"'));
  expect(check()).toMatch(/is not what was hashed/);
});

test('a stream that tells nothing of the letter is not shown', async () => {
  const path = `/v1/audit/letters/${letterId}/stream?stream=${encodeURIComponent(`site/sit_${'0'.repeat(26)}`)}&after=0&to=1`;
  const answer = await auditor.call<{ code: string }>('GET', path);
  expect([answer.status, answer.body.code]).toEqual([422, 'stream_not_of_letter']);
});

test('an event that was changed behind our back shows where the chain breaks', async () => {
  const { events, streams } = await ledgerOf();
  const victim = events.find(({ subject, type }) => subject === 'piece' && type === 'piece.planned');
  if (victim === undefined) throw new Error('the letter has a copy');
  await t.database.asOwner(
    `update pli.events set data = data || '{"forged": true}' where stream = $1 and number = $2`,
    [victim.stream, victim.number],
  );
  const of = streams.find(({ stream }) => stream === victim.stream);
  const slice = await auditor.get<StreamSlice>(
    `/v1/audit/letters/${letterId}/stream?stream=${encodeURIComponent(victim.stream)}&after=${(of?.first ?? 1) - 1}&to=${of?.last ?? 1}`,
  );
  const check = new ChainCheck({ number: (of?.first ?? 1) - 1, hash: slice.events[0]?.previousHash ?? '' }, sha256);
  expect(await check.take(slice.events)).toBe(false);
  expect(check.breaksAt).toEqual({ number: victim.number, fault: 'content' });
  const { body } = await auditor.call<Buffer>('GET', `/v1/audit/letters/${letterId}/evidence.zip`);
  expect(checkOf(body).check()).toContain(`event ${victim.number} of ${victim.stream}: is not what was hashed`);
});
