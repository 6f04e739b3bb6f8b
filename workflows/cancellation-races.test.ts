import { MockActivityEnvironment } from '@temporalio/testing';
import type { CancelAnswer } from '#database/production/cancel-letters';
import { MailError } from '#domain/mail-error';
import { closeDepositActivities } from '../activities/deposit/close-deposit.ts';
import { lotActivities } from '../activities/lot/index.ts';
import { formLotsActivities } from '../activities/pool/form-site-lots.ts';
import { composeActivities } from '../activities/compose/portion.ts';
import { cancelLetter, openSite, type CustomerAt } from './testing/cancelling.ts';
import { findingsIn } from './testing/findings-in.ts';
import { acceptedOrder } from './testing/house.ts';
import { PaperComposer } from './testing/paper-composer.ts';
import { openPrintRoom, type PrintRoom } from './testing/print-room.ts';

// The steps are called by hand, two at a time, so that they meet; who comes first is left to the database.
let room: PrintRoom;
let at: CustomerAt;
beforeAll(async () => {
  room = await openPrintRoom();
  at = await openSite(room);
});
afterAll(() => room.close());
afterEach(async () => expect(await findingsIn(room)).toEqual([]));

const rows = (statement: string, ...parameters: unknown[]) =>
  room.house.db.asOwner<Record<string, unknown>>(statement, parameters);
const step = <T>(work: () => Promise<T>): Promise<T> => new MockActivityEnvironment().run(work) as Promise<T>;
const lot = () => lotActivities(room.deps());
const cancel = (letterId: string) => cancelLetter(room, at, letterId);

/** From its print file to the last word of the inserter. */
async function madeByMachines(lotId: string): Promise<void> {
  const { handToPrinter, takePrinted, handToInserter } = lot();
  const until = async (told: () => Promise<boolean>) => {
    while (!(await told())) await room.look(at.site);
  };
  await step(() => handToPrinter(at.site.id, lotId));
  await until(async () => (await step(() => takePrinted(at.site.id, lotId))).done);
  await step(() => handToInserter(at.site.id, lotId));
  await until(
    async () =>
      (await rows(`select 1 from pli.facts where subject_id = $1 and kind = 'insert.ended'`, lotId)).length > 0,
  );
}
const storyOf = (letterIds: readonly string[]) =>
  rows(
    `select l.id, l.state as letter, p.state as piece, p.mark, lot.state as lot from pli.letters l
     left join pli.pieces p on p.letter_id = l.id left join pli.lots lot on lot.id = p.lot_id where l.id = any($1) order by l.id`,
    letterIds,
  );

test('against pooling and lot forming: each letter is cancelled, or is made', async () => {
  const { id: orderId, letterIds } = await acceptedOrder(room.house, at.site, at.account, 40);
  const { composePortion } = composeActivities({ ...room.house, composer: new PaperComposer() });
  const { formSiteLots } = formLotsActivities(room.house);
  const [whilePooled, whileFormed] = [letterIds.slice(0, 8), letterIds.slice(8, 16)];
  const portion = { siteId: at.site.id, orderId, from: 0, letters: 40 };
  await Promise.all([step(() => composePortion(portion)), ...whilePooled.map(cancel)]);
  await Promise.all([step(() => formSiteLots(at.site.id)), ...whileFormed.map(cancel)]);
  await step(() => formSiteLots(at.site.id));

  for (const { letter, piece } of await storyOf([...whilePooled, ...whileFormed]))
    expect([letter, [null, 'voided'].includes(piece as string | null)]).toEqual(['cancelled', true]);
  for (const { letter, piece } of await storyOf(letterIds.slice(16)))
    expect([letter, piece]).toEqual(['in_production', 'planned']);
  expect(await rows(`select state, open_letters from pli.orders where id = $1`, orderId)).toEqual([
    { state: 'in_progress', open_letters: 24 },
  ]);
});

test('against assembly, settling and closing of the lot: what is cancelled never lies in a tray that leaves', async () => {
  const lotId = await room.plannedLot(at, 30);
  const letterIds = (await room.pieces(lotId)).map((piece) => String(piece.letter_id));
  const [first, second, third] = [letterIds.slice(0, 6), letterIds.slice(6, 12), letterIds.slice(12, 18)];
  const { site } = at;

  await Promise.all([step(() => lot().assembleLot(site.id, lotId)), ...first.map(cancel)]);
  const assembled = await storyOf(first);
  // Voided, it is in no print file and has no mark; else it is printed with the others.
  for (const { piece, mark } of assembled) expect([piece, mark !== null]).toEqual([piece, piece === 'planned']);
  await madeByMachines(lotId);
  await Promise.all([step(() => lot().settlePieces(site.id, lotId)), ...second.map(cancel)]);
  await Promise.all([step(() => lot().closeLot(site.id, lotId)), ...third.map(cancel)]);

  const paper = [
    ...assembled.filter(({ piece }) => piece === 'planned').map(({ id }) => String(id)),
    ...second,
    ...third,
  ];
  for (const { letter, piece } of await storyOf(paper)) expect([letter, piece]).toEqual(['cancelled', 'diverted']);
  for (const { letter, piece } of await storyOf(letterIds.slice(18)))
    expect([letter, piece]).toEqual(['in_production', 'trayed']);
  for (const id of paper) await room.resolve(site, `${id}.1`, { found: 'spoiled' });
  expect(await step(() => lot().closeLot(site.id, lotId))).toMatchObject({ closed: true });
  expect(await step(() => lot().reprintDead(site.id, lotId))).toBe(0);
});

test('against the closing of the deposit: exactly one of posted and cancelled holds', async () => {
  for (let round = 0; round < 4; round++) {
    const lotId = await room.plannedLot(at, 3);
    const letterIds = (await room.pieces(lotId)).map((piece) => String(piece.letter_id));
    const { site } = at;
    await step(() => lot().assembleLot(site.id, lotId));
    await madeByMachines(lotId);
    await step(() => lot().settlePieces(site.id, lotId));
    await step(() => lot().closeLot(site.id, lotId));
    await step(() => lot().sealTrays(site.id, lotId));
    const [deposit] = await rows(`select distinct t.deposit_id as id from pli.trays t where lot_id = $1`, lotId);
    const close = () => step(() => closeDepositActivities(room.house).closeDeposit(site.id, String(deposit?.id)));
    const [answer] =
      round % 2 === 0
        ? await Promise.all([cancel(letterIds[0]!), close()])
        : ((await Promise.all([close(), cancel(letterIds[0]!)])).reverse() as [CancelAnswer]);
    const committed = await rows(
      `select letter_id from pli.irreversible_steps where step = 'hand_off' and undone_at is null and letter_id = any($1)`,
      letterIds,
    );
    const [{ letter } = {}] = await storyOf([letterIds[0]!]);
    // Cancelled, its tray stays behind whole until a person has taken it out; posted, all of it goes.
    expect([letter, committed.length]).toEqual(answer.refused === null ? ['cancelled', 0] : ['in_production', 3]);
    if (answer.refused === null) await room.resolve(site, `${letterIds[0]}.1`, { found: 'spoiled' });
  }
});

test('in a lot that never reached its printer, the copy is dead like the others and is alone without a next one', async () => {
  const lotId = await room.plannedLot(at, 4, { service: 'registered' });
  const [cancelled, voided] = (await room.pieces(lotId)).map((piece) => String(piece.letter_id));
  await step(() => lot().assembleLot(at.site.id, lotId));
  room.machines = {
    ...room.machines,
    printerFor: () => ({
      condition: () => Promise.resolve({ state: 'ready', reasons: [] }),
      find: () => Promise.resolve(undefined),
      submit: () => Promise.reject(new MailError('printer_outcome_unknown', 'cut')),
    }),
  };
  try {
    await expect(step(() => lot().handToPrinter(at.site.id, lotId))).rejects.toMatchObject({
      code: 'printer_outcome_unknown',
    });
    expect(await cancel(cancelled!)).toMatchObject({ copy: 'put_aside_at_exit' });
    await step(() => lot().doubtPrinted(at.site.id, lotId));
    await room.resolve(at.site, `${voided}.1`, { found: 'voided' });
    expect(await step(() => lot().recordAbsence(at.site.id, lotId))).toBe(0);
  } finally {
    room.machines = { printerFor: () => room.floor.printer, inserterFor: () => room.floor.inserter };
  }
  expect(await step(() => lot().takePrinted(at.site.id, lotId))).toMatchObject({ done: true, printed: 0 });
  expect(await step(() => lot().closeLot(at.site.id, lotId))).toMatchObject({ closed: true });
  expect(await step(() => lot().reprintDead(at.site.id, lotId))).toBe(3);
});
