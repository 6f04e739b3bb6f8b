import { sealTray } from '#database/production/seal-tray';
import { write, type TestSite } from '#database/testing/fixtures';
import { cancelLetter } from './testing/cancelling.ts';
import { findingsIn } from './testing/findings-in.ts';
import { openPrintRoom, type PrintRoom } from './testing/print-room.ts';

let room: PrintRoom;
beforeAll(async () => {
  room = await openPrintRoom();
});
afterAll(() => room.close());
afterEach(async () => expect(await findingsIn(room)).toEqual([]));

/** Looks at the machines until they have told something. */
async function told(site: TestSite): Promise<void> {
  while ((await room.look(site)) === 0);
}
/** The inserter has the lot's job and closes all of its envelopes; nobody has read its word yet. */
async function atTheInserter(site: TestSite, lotId: string): Promise<string[]> {
  await told(site);
  const pieces = await room.until(lotId, ({ state }) => state === 'inserting');
  expect(pieces.every(({ state }) => state === 'printed')).toBe(true);
  return pieces.map(({ id }) => String(id));
}
const settled = async (site: TestSite, lotId: string) => {
  await told(site);
  return room.until(lotId, ({ state }) => state === 'reconciling' || state === 'closed');
};
const states = (pieces: Record<string, unknown>[]) => pieces.map(({ state }) => state);
const unwatched = { watch: false };

test('told as spoiled, and the inserter closes its envelope all the same: it must be taken out of its tray before anything leaves', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 4);
  await room.working(
    at.site,
    async () => {
      const [, dead = ''] = await atTheInserter(at.site, lotId);
      await room.resolve(at.site, dead, { found: 'spoiled' });
      const pieces = await settled(at.site, lotId);

      const tray = (await room.floor.records('envelope_closed')).find(
        ({ windowCode }) => windowCode === pieces[1]?.window_code,
      )?.tray;
      expect(pieces[1]).toMatchObject({ state: 'diverted', reason_code: 'reappeared', tray: String(tray) });
      expect(pieces[1]?.reappeared_at).toEqual(expect.any(Date));
      expect(await room.lot(lotId)).toMatchObject({ state: 'reconciling', needs_operator: true });
      const seal = () => write(room.house.db.worker, at.site.scope, (tx) => sealTray(tx, String(pieces[1]?.tray_id)));
      await expect(seal()).rejects.toMatchObject({ code: 'tray_not_complete' });
      await expect(room.resolve(at.site, dead, { found: 'trayed', tray: Number(tray) })).rejects.toMatchObject({
        code: 'piece_reappeared',
      });
      expect(await room.reprintsOf(lotId)).toEqual([]);

      await room.resolve(at.site, dead, { found: 'spoiled' });
      await room.made(lotId);
      const [reprint] = await room.reprintsOf(lotId);
      const next = String(reprint?.id);
      await atTheInserter(at.site, next);
      await settled(at.site, next);
      await room.made(next);
    },
    unwatched,
  );
  expect(states(await room.pieces(lotId))).toEqual(['trayed', 'spoiled', 'trayed', 'trayed']);
  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    pieces_good: 3,
    pieces_spoiled: 1,
    sheets_good: 3,
    sheets_spoiled: 1,
    envelopes_used: 4,
    envelopes_good: 3,
    envelopes_spoiled: 1,
    needs_operator: false,
  });
  const reprints = await room.reprintsOf(lotId);
  expect(reprints).toMatchObject([{ state: 'closed', pieces: 1, pieces_good: 1 }]);
  expect(await room.pieces(String(reprints[0]?.id))).toMatchObject([{ copy: 2, state: 'trayed' }]);
});

test('all copies told as spoiled before the inserter tells of any: each of them turns up', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 2);
  await room.working(
    at.site,
    async () => {
      const pieces = await atTheInserter(at.site, lotId);
      for (const piece of pieces) await room.resolve(at.site, piece, { found: 'spoiled' });
      expect(states(await settled(at.site, lotId))).toEqual(['diverted', 'diverted']);
      for (const piece of pieces) await room.resolve(at.site, piece, { found: 'spoiled' });
      await room.made(lotId);
    },
    unwatched,
  );
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_spoiled: 2, envelopes_spoiled: 2 });
  expect(await room.reprintsOf(lotId)).toMatchObject([{ pieces: 2 }]);
});

test('the dead copy of a cancelled letter does not leave either, and gets no next copy', async () => {
  const { site } = await room.site();
  const account = await room.house.account(site, { cancellation: 'before_hand_over' });
  const lotId = await room.plannedLot({ site, account }, 2);
  await room.working(
    site,
    async () => {
      const [dead = ''] = await atTheInserter(site, lotId);
      const letter = String((await room.pieces(lotId))[0]?.letter_id);
      await cancelLetter(room, { site, account }, letter);
      await room.resolve(site, dead, { found: 'spoiled' });
      expect(await settled(site, lotId)).toMatchObject([
        { state: 'diverted', reason_code: 'reappeared' },
        { state: 'trayed' },
      ]);
      await room.resolve(site, dead, { found: 'spoiled' });
      await room.made(lotId);
    },
    unwatched,
  );
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_good: 1, envelopes_spoiled: 1 });
  expect(await room.reprintsOf(lotId)).toEqual([]);
});
