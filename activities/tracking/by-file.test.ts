import { join } from 'node:path';
import { trackingFile } from '#contracts/machines/carrier-files';
import { hotFolder } from '#devices/hot-folder';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import type { Tracked } from '#carriers/tracking';
import { suiviEvent } from '#carriers/suivi-event';
import { watchTrackingFiles } from '../../apps/worker/watchers/tracking-files.ts';
import { postRoom } from '../deposit/testing/post-room.ts';
import type { SealedDeposit } from '../deposit/testing/sealed-deposit.ts';

let db: TestDatabase;
let now: Date;
let post: ReturnType<typeof postRoom>;
let files = 0;
beforeAll(async () => {
  db = await cloneDatabase();
  post = postRoom(db, () => now);
});
afterAll(() => db.drop());
beforeEach(() => {
  now = new Date();
});

const numberOf = (i: number) => `RA${10_000_000 + i}0FR`;
const hour = (n: number) => new Date(Date.UTC(2026, 10, 23, n)).toISOString();
type Line = [number: string, code: string, at: string];
const lineOf = ([number, code, at]: Line) => ({ number, code, label: code, at });
const watcher = () => watchTrackingFiles({ database: db.worker, clock: () => now, bundle: 'bundle' });
let look: ReturnType<typeof watcher>;
beforeEach(() => {
  look = watcher();
});

async function fileSays(d: SealedDeposit, ...lines: Line[]): Promise<void> {
  const text = trackingFile.write({ header: { writtenAt: now.toISOString() }, lines: lines.map(lineOf) });
  await hotFolder(join(d.folder, 'tracking')).put(`t${++files}.jsonl`, text);
  await look(d.site.id);
}
/** The poller asks, and gets these events. */
async function pollSays(d: SealedDeposit, ...lines: Line[]): Promise<void> {
  now = new Date(now.getTime() + 60_000);
  await db.asOwner(`update pli.letters set next_poll_at = $2 where id = any($1)`, [d.letterIds, now]);
  const events = lines.map(([number, code, date]) => suiviEvent(number, { code, label: code, date })!);
  const answers = d.letterIds.map((_, i): Tracked => {
    const number = numberOf(i);
    return { number, known: true, final: false, product: null, events: events.filter((e) => e.number === number) };
  });
  await post.trackingSays(d, answers);
}
const accepted = async (letters: number, missing: number[] = []) => {
  const d = await post.left(letters, true);
  await post.carrierSays(d, { missing: missing.map((i) => ({ tray: 1, windowCode: d.windowCodes[i]! })) });
  await post.recordAcknowledgement(d.site.id, d.depositId);
  return d;
};
const letter = async (d: SealedDeposit, i = 0) => {
  const [row] = await db.asOwner<{ state: string; carrier_status: string | null; next_poll_at: Date | null }>(
    `select state, carrier_status, next_poll_at from pli.letters where id = $1`,
    [d.letterIds[i]],
  );
  return row!;
};
const told = (d: SealedDeposit) =>
  db.asOwner(`select 1 from pli.events where subject_id = any($1) and type = 'letter.tracked'`, [d.letterIds]);

test('poll and file tell an event once, whichever is quicker; a letter goes on by both', async () => {
  const d = await accepted(1);
  await fileSays(d, [numberOf(0), 'PC1', hour(1)]);
  await pollSays(d, [numberOf(0), 'PC1', hour(1)], [numberOf(0), 'ET1', hour(2)]);
  await fileSays(d, [numberOf(0), 'ET1', hour(2)], [numberOf(0), 'DI1', hour(3)]);
  expect(await letter(d)).toMatchObject({ state: 'delivered', carrier_status: 'delivered' });
  await pollSays(d, [numberOf(0), 'DI1', hour(3)]);
  expect(await told(d)).toHaveLength(3);
});

test('a delivered letter that comes back late is returned, by file or by the last question of the poller', async () => {
  const d = await accepted(2);
  await fileSays(d, [numberOf(0), 'DI1', hour(3)], [numberOf(1), 'DI1', hour(3)]);
  expect((await letter(d, 1)).next_poll_at).not.toBeNull();
  await fileSays(d, [numberOf(0), 'DI2', hour(9)]);
  expect(await letter(d, 0)).toMatchObject({ state: 'returned', next_poll_at: null });
  await pollSays(d, [numberOf(1), 'DI1', hour(3)], [numberOf(1), 'DI2', hour(9)]);
  expect(await letter(d, 1)).toMatchObject({ state: 'returned', next_poll_at: null });
});

test('events in any order end alike, and the latest by its own hour is the status', async () => {
  const d = await accepted(1);
  await fileSays(d, [numberOf(0), 'DI2', hour(9)]);
  await fileSays(d, [numberOf(0), 'DI1', hour(3)], [numberOf(0), 'PC1', hour(1)]);
  expect(await letter(d)).toMatchObject({ state: 'returned', carrier_status: 'returned' });
});

test('what is tracked before it is counted keeps its end, and learns when it was accepted', async () => {
  const d = await post.left(1, true);
  await fileSays(d, [numberOf(0), 'DI1', hour(3)], [numberOf(0), 'DI2', hour(4)]);
  await post.carrierSays(d, {});
  await post.recordAcknowledgement(d.site.id, d.depositId);
  const [row] = await db.asOwner(
    `select l.state, l.accepted_at, p.state as piece from pli.letters l join pli.pieces p on p.letter_id = l.id where l.id = $1`,
    [d.letterIds[0]],
  );
  expect(row).toEqual({ state: 'returned', accepted_at: now, piece: 'returned' });
});

test('a missing envelope of which the post tells that it moves was found, and its case is closed by that', async () => {
  const d = await accepted(2, [0, 1]);
  await post.closeOverdueCases(d.site.id, d.depositId);
  expect(await letter(d, 0)).toMatchObject({ state: 'lost' });
  await fileSays(d, [numberOf(0), 'ET1', hour(2)], [numberOf(1), 'ET1', hour(2)], [numberOf(1), 'DI1', hour(3)]);
  expect(await letter(d, 0)).toMatchObject({ state: 'accepted_by_carrier', carrier_status: 'in_transit' });
  expect(await letter(d, 1)).toMatchObject({ state: 'delivered' });
  const pieces = await db.asOwner(`select state from pli.pieces where letter_id = any($1)`, [d.letterIds]);
  expect(pieces).toEqual([{ state: 'accepted' }, { state: 'accepted' }]);
});

test('a file is taken in once, also by the watcher that takes over; a wrong one is told once and does not stand in the way', async () => {
  const d = await accepted(1);
  const folder = hotFolder(join(d.folder, 'tracking'));
  await folder.put('a-wrong.jsonl', '{"format":"pli-tracking","version":9}\n{"end":0}\n');
  await folder.put('b-half.jsonl', '{"format":"pli-tracking","version":1,"writtenAt":"2026-11-23T00:00:00Z"}\n');
  await expect(fileSays(d, [numberOf(0), 'PC1', hour(1)], ['RA999FR', 'DI1', hour(1)])).rejects.toThrow();
  await look(d.site.id);
  await expect(watcher()(d.site.id)).rejects.toThrow();
  const facts = await db.asOwner(
    `select source_id, data from pli.facts where site_id = $1 and kind = 'tracking.file'`,
    [d.site.id],
  );
  expect(facts).toEqual([{ source_id: `tracking/t${files}.jsonl`, data: { events: 2, own: 1 } }]);
  expect(await told(d)).toHaveLength(1);
});
