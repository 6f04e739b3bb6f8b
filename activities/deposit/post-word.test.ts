import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '#database/checker/check';
import { breakSeal } from '#database/production/break-seal';
import { decideCase } from '#database/production/decide-case';
import { openTray } from '#database/production/open-tray';
import { scanIntoTray } from '#database/production/scan-into-tray';
import { sealTray } from '#database/production/seal-tray';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { write } from '#database/testing/fixtures';
import { pieceId } from '#contracts/ids';
import { acknowledgementFile, acknowledgementName } from '#contracts/machines/carrier-files';
import { hotFolder } from '#devices/hot-folder';
import { carrierFolder, postRoom, writePart } from './testing/post-room.ts';
import { sealedDeposit, type SealedDeposit } from './testing/sealed-deposit.ts';

let db: TestDatabase;
let now: Date;
let post: ReturnType<typeof postRoom>;
beforeAll(async () => {
  db = await cloneDatabase();
  post = postRoom(db, () => now);
});
afterAll(() => db.drop());
beforeEach(() => {
  now = new Date();
});

const later = (ms: number) => (now = new Date(now.getTime() + ms));
const count = (d: SealedDeposit) => post.recordAcknowledgement(d.site.id, d.depositId);
const item = (d: SealedDeposit, i: number) => ({ tray: d.trayNumber, windowCode: d.windowCodes[i]! });
const piece = (d: SealedDeposit, i: number) => pieceId(d.letterIds[i]!, 1);
const stateOf = async (table: string, id: string) =>
  (await db.asOwner<{ state: string }>(`select state from pli.${table} where id = $1`, [id]))[0]?.state;
const casesOf = async (d: SealedDeposit) =>
  db.asOwner<{ id: string; kind: string; state: string; outcome: string | null; difference: number | null }>(
    `select id, kind, state, outcome, difference from pli.cases where deposit_id = $1 order by id`,
    [d.depositId],
  );
const casesInWords = async (d: SealedDeposit) =>
  (await casesOf(d))
    .map(({ kind, difference, outcome }) => [kind, difference, outcome].filter(Boolean).join(' '))
    .sort();
const toldOf = async (d: SealedDeposit, i: number) =>
  (
    await db.asOwner<{ type: string }>(
      `select type from pli.events where subject_id = $1 and stream like 'account/%' order by number`,
      [d.letterIds[i]],
    )
  ).map(({ type }) => type);
const decide = (d: SealedDeposit, id: string, decision: Parameters<typeof decideCase>[2]) =>
  write(db.worker, d.site.scope, (tx) => decideCase(tx, id, decision, 'asked_the_post'));

test('a count that no item explains is a case; what the carrier names explains what it did not count', async () => {
  const d = await post.left(5);
  const found = [{ product: 'priority', band: '20', count: 2 }];
  const refused = [{ ...item(d, 1), reason: 'Fenêtre déchirée !' }];
  await post.carrierSays(d, { missing: [item(d, 0)], refused, found });
  expect(await count(d)).toMatchObject({ differences: 3 });
  expect(await count(d)).toMatchObject({ differences: 3 });
  expect(await casesInWords(d)).toEqual(['count_differs -1', 'missing_at_deposit', 'refused_at_deposit']);
  const [row] = await db.asOwner(`select found, declared, pieces_accepted from pli.deposits where id = $1`, [
    d.depositId,
  ]);
  expect(row).toMatchObject({ found, pieces_accepted: 3, declared: [{ count: 5 }] });
  expect((await toldOf(d, 0)).at(-1)).toBe('letter.missing_at_deposit');
  expect((await toldOf(d, 1)).at(-1)).toBe('letter.refused_at_deposit');
});

test('an undeclared item is a case with its code, read or not; where it stands in the count it explains the count', async () => {
  const d = await post.left(2);
  const undeclared = [
    { tray: 1, windowCode: null },
    { tray: 1, windowCode: 'W/XXX1/1/1/1/A', product: 'priority', band: '20' },
  ];
  await post.carrierSays(d, { undeclared, found: [{ product: 'priority', band: '20', count: 3 }] });
  expect(await count(d)).toMatchObject({ differences: 2 });
  expect(await casesInWords(d)).toEqual(['undeclared', 'undeclared']);
  for (const { id } of await casesOf(d)) await decide(d, id, { outcome: 'explained' });
  expect(await post.depositCasesAreClosed(d.site.id, d.depositId)).toBe(true);
});

test('the piece that a count lacks is named by a person: missing from now on, its postage not debited, the count closed', async () => {
  const d = await post.left(3);
  await post.carrierSays(d, { found: [{ product: 'priority', band: '20', count: 2 }] });
  await count(d);
  const [differs] = await casesOf(d);
  await expect(decide(d, differs!.id, { outcome: 'lost' })).rejects.toThrow('explained or named_missing');
  await expect(decide(d, differs!.id, { outcome: 'named_missing', pieceId: 'let_0.1' })).rejects.toThrow(
    'is not an accepted',
  );
  await decide(d, differs!.id, { outcome: 'named_missing', pieceId: piece(d, 2) });
  expect(await stateOf('pieces', piece(d, 2))).toBe('missing_at_deposit');
  expect(await casesInWords(d)).toEqual(['count_differs -1 named_missing', 'missing_at_deposit']);
  const until = await post.seeToCases(d.site.id, d.depositId, now.toISOString());
  expect(await post.casesWantLook(d.site.id, d.depositId, until!)).toBe(false);
  expect(await post.seeToCases(d.site.id, d.depositId, until!)).toBeUndefined();
  expect(await stateOf('letters', d.letterIds[2]!)).toBe('lost');
  await expect(decide(d, differs!.id, { outcome: 'explained' })).rejects.toThrow('closed already');
});

test('a part with a count that no deposit holds is not understood: it is complained of, and keeps no other back', async () => {
  const d = await post.left(1);
  await writePart(d, now, { part: 2, found: [] });
  const name = acknowledgementName(d.name, 1);
  for (const part of [
    { part: 1, found: [{ product: 'priority', band: '20', count: Number.MAX_SAFE_INTEGER }] },
    { part: Number.MAX_SAFE_INTEGER, found: [] },
    { part: 1, found: [], undeclared: [{ tray: 2 ** 31, windowCode: null }] },
  ]) {
    const { undeclared = [], ...header } = part;
    const text = acknowledgementFile.write({
      header: { deposit: d.name, last: false, acceptedAt: now.toISOString(), ...header },
      lines: undeclared.map((item) => ({ kind: 'undeclared' as const, ...item })),
    });
    await hotFolder(join(d.folder, 'acknowledged')).put(name, text);
    await post.look(d.site.id).catch(() => 0);
    await expect(post.look(d.site.id)).rejects.toThrow('Too big');
    await rm(join(d.folder, 'acknowledged', name));
  }
  const facts = await db.asOwner(`select data->'part' as part from pli.facts where subject_id = $1`, [d.depositId]);
  expect(facts).toEqual([{ part: 2 }]);
  expect(await post.carrierSays(d, { last: false })).toBe(1); // mended
  expect(await count(d)).toMatchObject({ differences: 0 });
});

test('a count beyond all sense that is a fact already is a case like any other', async () => {
  const d = await post.left(1);
  await post.carrierSays(d, {});
  await db.asOwner(
    `update pli.facts set data = jsonb_set(data, '{found,0,count}', '9007199254740991') where subject_id = $1`,
    [d.depositId],
  );
  expect(await count(d)).toMatchObject({ differences: 1 });
  expect(await casesInWords(d)).toEqual(['count_differs 2147483647']);
});

test('a case past its deadline that only a person ends calls one, and does not end', async () => {
  const d = await post.left(2);
  await post.carrierSays(d, { refused: [{ ...item(d, 0), reason: 'too_thick' }], missing: [item(d, 1)] });
  const { casesDueAt } = await count(d);
  expect(await post.seeToCases(d.site.id, d.depositId, new Date(Date.parse(casesDueAt) - 1000).toISOString())).toBe(
    casesDueAt,
  );
  expect(await stateOf('letters', d.letterIds[1]!)).toBe('handed_over');
  const until = await post.seeToCases(d.site.id, d.depositId, new Date(Date.parse(casesDueAt) + 1000).toISOString());
  expect(Date.parse(until!)).toBeGreaterThan(Date.parse(casesDueAt) + 86_400_000);
  expect(await casesInWords(d)).toEqual(['missing_at_deposit lost', 'refused_at_deposit']);
  const [row] = await db.asOwner(`select needs_operator, operator_reason from pli.deposits where id = $1`, [
    d.depositId,
  ]);
  expect(row).toEqual({ needs_operator: true, operator_reason: 'cases_overdue' });
});

test('what the carrier finds late is accepted at the hour of the find: before its case ends, after it, and before the count', async () => {
  const d = await post.left(3);
  const supplement = (part: number, i: number) => ({ part, supplement: true, foundLate: [item(d, i)] });
  await writePart(d, later(1000), supplement(2, 0)); // quicker than the count
  await post.carrierSays(d, { missing: [item(d, 0), item(d, 1), item(d, 2)] });
  expect(await count(d)).toMatchObject({ differences: 3 });
  expect(await stateOf('letters', d.letterIds[0]!)).toBe('accepted_by_carrier');
  expect(await stateOf('deposits', d.depositId)).toBe('refused');

  later(60_000);
  expect(await post.carrierSays(d, supplement(3, 1))).toBe(1);
  expect(await post.look(d.site.id)).toBe(0);
  expect(await stateOf('pieces', piece(d, 1))).toBe('accepted');
  expect(await casesInWords(d)).toEqual(
    expect.arrayContaining(['missing_at_deposit found_by_carrier', 'missing_at_deposit']),
  );

  later(600_000);
  await post.closeOverdueCases(d.site.id, d.depositId);
  await post.settleDeposit(d.site.id, d.depositId);
  expect(await stateOf('letters', d.letterIds[2]!)).toBe('lost');
  later(86_400_000);
  await post.carrierSays(d, supplement(4, 2));
  const [letter] = await db.asOwner(`select state, ended_at, reason_code, accepted_at from pli.letters where id = $1`, [
    d.letterIds[2],
  ]);
  expect(letter).toEqual({ state: 'accepted_by_carrier', ended_at: null, reason_code: null, accepted_at: now });
  expect(await toldOf(d, 2)).toEqual(expect.arrayContaining(['letter.missing_at_deposit', 'letter.found_by_carrier']));
});

/** A person puts an envelope of the deposit into a residual tray, which goes with the next one. */
async function trayedAgain(d: SealedDeposit, i: number): Promise<SealedDeposit> {
  const { depositId } = await write(db.worker, d.site.scope, async (tx) => {
    const tray = await openTray(tx, d.site.id, { product: 'priority', carrierContract: 'ours', reason: 'came_back' });
    await scanIntoTray(tx, tray, piece(d, i), 'found_on_the_desk', 'scan-1');
    return sealTray(tx, tray);
  });
  const [next] = await db.asOwner<{ number: string }>(`select number from pli.deposits where id = $1`, [depositId]);
  const own = { letterIds: [d.letterIds[i]!], windowCodes: [d.windowCodes[i]!] };
  return { ...d, ...own, depositId: depositId!, name: `${d.site.code}-${next?.number}` };
}

test('a missing envelope that lies on the desk is trayed again and leaves with a second deposit, its letter lost or not', async () => {
  for (const lost of [false, true]) {
    const d = await post.left(2);
    await post.carrierSays(d, { missing: [item(d, 0)] });
    await count(d);
    if (lost) await post.closeOverdueCases(d.site.id, d.depositId);
    const second = await trayedAgain(d, 0);
    expect(await casesInWords(d)).toEqual([`missing_at_deposit ${lost ? 'lost' : 'trayed_again'}`]);
    await post.leaves(second);
    expect(await stateOf('letters', d.letterIds[0]!)).toBe(lost ? 'lost' : 'handed_over');
    await post.carrierSays(second, {});
    expect(await count(second)).toMatchObject({ differences: 0 });
    expect(await stateOf('letters', d.letterIds[0]!)).toBe('accepted_by_carrier');
    expect(await stateOf('pieces', piece(d, 0))).toBe('accepted');
    expect(await stateOf('deposits', second.depositId)).toBe('accepted');
  }
});

test('an envelope in the wrong tray is missing in one deposit and undeclared in another: both cases end by that', async () => {
  const d = await post.left(3);
  await post.carrierSays(d, { missing: [item(d, 0)], refused: [{ ...item(d, 1), reason: 'too_thick' }] });
  await count(d);
  const second = await trayedAgain(d, 1);
  await post.leaves(second);
  later(60_000);
  await post.carrierSays(second, { undeclared: [{ tray: 1, windowCode: d.windowCodes[0]! }] });
  expect(await count(second)).toMatchObject({ differences: 1 });
  expect(await casesInWords(second)).toEqual(['undeclared found_by_carrier']);
  expect(await casesInWords(d)).toEqual(['missing_at_deposit found_by_carrier', 'refused_at_deposit trayed_again']);
  const [letter] = await db.asOwner(`select state, accepted_at from pli.letters where id = $1`, [d.letterIds[0]]);
  expect(letter).toEqual({ state: 'accepted_by_carrier', accepted_at: now });
});

test('an envelope that lay in another tray of the same deposit is found, not missing', async () => {
  const d = await post.left(2);
  await post.carrierSays(d, { missing: [item(d, 0)], undeclared: [{ ...item(d, 0), tray: 2 }] });
  await count(d);
  expect(await casesInWords(d)).toEqual(['missing_at_deposit found_by_carrier', 'undeclared found_by_carrier']);
});

test('a deposit without pieces is settled at its slot: nothing is handed over', async () => {
  const d = await sealedDeposit(db, await carrierFolder(), 1);
  const [tray] = await db.asOwner<{ id: string }>(`select id from pli.trays where site_id = $1`, [d.site.id]);
  await write(db.worker, d.site.scope, (tx) => breakSeal(tx, tray!.id, 'wrong_envelope'));
  expect(await post.closeDeposit(d.site.id, d.depositId)).toEqual({ pieces: 0, trays: 0 });
  expect(await post.closeDeposit(d.site.id, d.depositId)).toEqual({ pieces: 0, trays: 0 });
  expect(await stateOf('deposits', d.depositId)).toBe('settled');
});

test('after all of that the books are in order: every row is the fold of its events, every balance closes', async () => {
  expect((await check({ database: db.checker }, () => new Date())).findings).toEqual([]);
});
