import { MockActivityEnvironment } from '@temporalio/testing';
import type { CancelAnswer } from '#database/production/cancel-letters';
import { sealTray } from '#database/production/seal-tray';
import { write, type TestSite } from '#database/testing/fixtures';
import { closeDepositActivities } from '../activities/deposit/close-deposit.ts';
import { cancelLetter, openSite, type CustomerAt } from './testing/cancelling.ts';
import { findingsIn } from './testing/findings-in.ts';
import { openPrintRoom, type PrintRoom } from './testing/print-room.ts';

let room: PrintRoom;
beforeAll(async () => {
  room = await openPrintRoom();
});
afterAll(() => room.close());
afterEach(async () => expect(await findingsIn(room)).toEqual([]));

const rows = (statement: string, ...parameters: unknown[]) =>
  room.house.db.asOwner<Record<string, unknown>>(statement, parameters);

const cancel = (at: CustomerAt, letterId: string) => cancelLetter(room, at, letterId);
const lettersOf = async (lotId: string): Promise<string[]> =>
  (await room.pieces(lotId)).map((piece) => String(piece.letter_id));
const states = async (lotId: string) => (await room.pieces(lotId)).map(({ state }) => state);
const letter = async (id: string) => (await rows(`select * from pli.letters where id = $1`, id))[0]!;
const marksOf = (letterId: string) =>
  rows(`select copy, state from pli.postage_entries where letter_id = $1 order by copy`, letterId);
const eventsOf = (id: string) => rows(`select type, data from pli.events where subject_id = $1 order by number`, id);

/** A person takes the envelope out of its tray, opens it and spoils what was in it. */
async function spoil(site: TestSite, pieceId: unknown): Promise<void> {
  const [piece] = await rows(`select window_code from pli.pieces where id = $1`, pieceId);
  await room.floor.post('/hands', { windowCode: piece?.window_code, tray: null });
  await room.resolve(site, String(pieceId), { found: 'spoiled' });
}
async function putAside(lotId: string) {
  const pieces = await room.until(lotId, (_, all) => all.some(({ state }) => state === 'diverted'));
  return pieces.find(({ state }) => state === 'diverted')!;
}
const depositOf = async (trayId: unknown) =>
  (await rows(`select d.* from pli.trays t join pli.deposits d on d.id = t.deposit_id where t.id = $1`, trayId))[0];
const closeDeposit = (siteId: string, depositId: string) =>
  new MockActivityEnvironment().run(() => closeDepositActivities(room.house).closeDeposit(siteId, depositId));

test('cancelled while its lot is planned: the lot goes on without it, and nothing of it is printed', async () => {
  const at = await openSite(room);
  const lotId = await room.plannedLot(at, 4, { data: { pages: 4 } });
  const [first, second] = await lettersOf(lotId);
  expect(await cancel(at, second!)).toMatchObject({ copy: 'voided', refused: null });
  expect(await cancel(at, second!)).toMatchObject({ copy: null, refused: null });
  await room.working(at.site, () => room.made(lotId));
  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    pieces: 4,
    pieces_good: 3,
    pieces_voided: 1,
    sheets: 6,
    sheets_printed: 8,
    sheets_good: 6,
    sheets_banner: 2,
    envelopes_good: 3,
  });
  expect(await states(lotId)).toEqual(['trayed', 'voided', 'trayed', 'trayed']);
  expect(await letter(second!)).toMatchObject({ state: 'cancelled', reason_code: 'cancelled_by_customer' });
  expect(await letter(first!)).toMatchObject({ state: 'in_production' });
  expect(await room.reprintsOf(lotId)).toEqual([]);
});

test('a lot all of whose letters are cancelled before assembly is closed unprinted, and their order is cancelled', async () => {
  const at = await openSite(room);
  const lotId = await room.plannedLot(at, 3);
  for (const id of await lettersOf(lotId)) await cancel(at, id);
  await room.working(at.site, () => room.made(lotId));
  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    pieces_voided: 3,
    sheets_printed: 0,
    needs_operator: false,
  });
  const { number } = await room.lot(lotId);
  expect(await room.floor.records('job_accepted')).not.toContainEqual(
    expect.objectContaining({ name: `pli-${at.site.code}-${String(number)}` }),
  );
  expect(await rows(`select state, open_letters, deadline_at from pli.orders where site_id = $1`, at.site.id)).toEqual([
    { state: 'cancelled', open_letters: 0, deadline_at: null },
  ]);
  expect(await rows(`select state from pli.trays where lot_id = $1`, lotId)).toEqual([{ state: 'settled' }]);
});

test('a letter that is cancelled while its print file is written is not in it', async () => {
  const at = await openSite(room);
  const lotId = await room.plannedLot(at, 5, { service: 'registered' });
  const [, , third] = await lettersOf(lotId);
  const deps = room.deps;
  const cancelled: CancelAnswer[] = [];
  // When its bytes have been read for the file, it is cancelled; all marks are reserved by then.
  const readThenCancel: ReturnType<typeof deps>['blobs']['readAll'] = async (...given) => {
    const bytes = await deps().blobs.readAll(...given);
    if (cancelled.length === 0) cancelled.push(await cancel(at, third!));
    return bytes;
  };
  room.deps = () => ({ ...deps(), blobs: { ...deps().blobs, readAll: readThenCancel } });
  try {
    await room.working(at.site, () => room.made(lotId));
  } finally {
    room.deps = deps;
  }
  expect(cancelled).toMatchObject([{ copy: 'voided', refused: null }]);
  expect(await states(lotId)).toEqual(['trayed', 'trayed', 'voided', 'trayed', 'trayed']);
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', sheets: 4, sheets_printed: 6, pieces_voided: 1 });
  expect(await marksOf(third!)).toEqual([{ copy: 1, state: 'refund_due' }]);
  expect(await rows(`select state from pli.registered_numbers where letter_id = $1`, third)).toEqual([
    { state: 'void' },
  ]);
  expect(await letter(third!)).toMatchObject({ state: 'cancelled', registered_number: null });
});

test('cancelled while it is being printed, it becomes paper, is put aside at the exit, and a person spoils it', async () => {
  const at = await openSite(room);
  const lotId = await room.plannedLot(at, 4, { service: 'registered' });
  const [, second] = await lettersOf(lotId);
  room.machines = {
    ...room.machines,
    printerFor: () => ({
      condition: () => room.floor.printer.condition(),
      find: (name) => room.floor.printer.find(name),
      submit: async (job) => {
        expect(await cancel(at, second!)).toMatchObject({ copy: 'put_aside_at_exit' });
        return room.floor.printer.submit(job);
      },
    }),
  };
  try {
    await room.working(at.site, async () => {
      const piece = await putAside(lotId);
      expect(piece).toMatchObject({ letter_id: second, reason_code: 'letter_cancelled' });
      await room.until(lotId, (lot) => lot.needs_operator === true);
      await spoil(at.site, piece.id);
      await room.made(lotId);
    });
  } finally {
    room.machines = { printerFor: () => room.floor.printer, inserterFor: () => room.floor.inserter };
  }
  expect(await room.lot(lotId)).toMatchObject({
    state: 'closed',
    pieces_good: 3,
    pieces_spoiled: 1,
    envelopes_used: 4,
    envelopes_spoiled: 1,
  });
  expect(await room.reprintsOf(lotId)).toEqual([]);
  expect(await marksOf(second!)).toEqual([{ copy: 1, state: 'refund_due' }]);
  expect(await rows(`select state from pli.registered_numbers where letter_id = $1`, second)).toEqual([
    { state: 'void' },
  ]);
});

test('cancelled in its open tray, it is put aside at once, and the tray is not sealed before it is spoiled', async () => {
  const at = await openSite(room, { traySealing: 'by_operator' });
  const lotId = await room.plannedLot(at, 3);
  await room.working(at.site, () => room.made(lotId));
  const [first] = await lettersOf(lotId);
  expect(await cancel(at, first!)).toMatchObject({ copy: 'put_aside' });
  const [piece] = await room.pieces(lotId);
  expect(piece).toMatchObject({ state: 'diverted', reason_code: 'letter_cancelled' });
  const seal = () => write(room.house.db.api, at.site.scope, (tx) => sealTray(tx, String(piece?.tray_id)));
  await expect(seal()).rejects.toMatchObject({ code: 'tray_not_complete' });
  await spoil(at.site, piece?.id);
  expect(await seal()).toMatchObject({ sealed: true, pieces: 2 });
  expect(await marksOf(first!)).toEqual([{ copy: 1, state: 'refund_due' }]);
});

test('cancelled in a sealed tray, the seal is broken and told; sealed anew, the tray leaves without it', async () => {
  const at = await openSite(room);
  const lotId = await room.plannedLot(at, 3);
  await room.working(at.site, () => room.made(lotId));
  const [first] = await lettersOf(lotId);
  const [piece] = await room.pieces(lotId);
  expect(await cancel(at, first!)).toMatchObject({ copy: 'put_aside' });
  const trayId = String(piece?.tray_id);
  expect((await eventsOf(trayId)).at(-1)).toMatchObject({
    type: 'tray.seal_broken',
    data: { reason: 'letter_cancelled' },
  });
  await spoil(at.site, piece?.id);
  expect(await write(room.house.db.api, at.site.scope, (tx) => sealTray(tx, trayId))).toMatchObject({ pieces: 2 });
  const deposit = await depositOf(trayId);
  expect(await closeDeposit(at.site.id, String(deposit?.id))).toEqual({ pieces: 2, trays: 1 });
});

test('once its deposit has closed it is too late: refused, with an event, and the letter goes on', async () => {
  const at = await openSite(room);
  const lotId = await room.plannedLot(at, 2);
  await room.working(at.site, () => room.made(lotId));
  const [piece] = await room.pieces(lotId);
  const deposit = await depositOf(piece?.tray_id);
  await closeDeposit(at.site.id, String(deposit?.id));
  const id = String(piece?.letter_id);
  expect(await cancel(at, id)).toMatchObject({ copy: null, refused: 'cancellation_too_late' });
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    type: 'letter.cancellation_refused',
    data: { reason: 'cancellation_too_late', stage: 'deposit_closed' },
  });
  expect(await letter(id)).toMatchObject({ state: 'in_production' });
});

test('a contract that allows it before production only, or not at all, refuses each in its words', async () => {
  const early = await openSite(room, {}, 'before_production');
  const lotId = await room.plannedLot(early, 1);
  const [id] = await lettersOf(lotId);
  expect(await cancel(early, id!)).toMatchObject({ refused: 'cancellation_too_late' });
  const never = await openSite(room, {}, 'none');
  const [other] = await lettersOf(await room.plannedLot(never, 1));
  expect(await cancel(never, other!)).toMatchObject({ refused: 'cancellation_not_in_contract' });
});
