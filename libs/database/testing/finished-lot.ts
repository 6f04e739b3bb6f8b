import type { JournalEntry } from '#contracts/simulator-journal';
import { newId } from '#contracts/new-id';
import { closeOrdersOf } from '../close-orders.ts';
import { commitStep } from '../irreversible-steps.ts';
import { write, type TestAccount, type TestOrder, type TestSite } from './fixtures.ts';
import { makeLot, type TestLot } from './production.ts';
import type { TestDatabase } from './clone-database.ts';

export interface FinishedLot extends TestLot {
  /** What the simulator would have written of it. */
  journal: JournalEntry[];
  /** Name of print and inserter job. */
  job: string;
}

/**
 * A lot whose letters went all the way: printed, inserted, trayed, handed over, accepted, no return seen; with postage debited, lot closed,
 * deposit settled, order ended, and the journal that machines and post would have written. `firstEnvelope` is the journal number
 * of its first record.
 */
export async function finishLot(
  db: TestDatabase,
  site: TestSite,
  account: TestAccount,
  order: TestOrder,
  number: number,
  firstRecord: number,
): Promise<FinishedLot> {
  const lot = await makeLot(db.worker, site, account, order, { number, sheets: 2 });
  const job = `pli-${site.code}-${number}`;
  const letters = order.letterIds;
  const later = new Date(Date.now() + 3_600_000);
  const n = lot.pieces.length;
  const deadlineOf = (waits: boolean) => ({ deadline_at: waits ? later : null });

  await write(db.worker, site.scope, (tx) =>
    commitStep(
      tx,
      site.id,
      'test',
      'print',
      job,
      letters.map((letter_id) => ({ letter_id, copy: 1 })),
    ),
  );
  await write(db.worker, site.scope, async (tx) => {
    const change = (subject: 'lot' | 'tray' | 'deposit', id: string, state: string, set = {}, waits = true) =>
      tx.change(subject, `${subject}.${state}`, [{ id, set: { state, ...deadlineOf(waits), ...set } }]);
    const pieces = (state: string, set = {}, waits = true) =>
      tx.change(
        'piece',
        `piece.${state}`,
        lot.pieces.map(({ id }) => ({ id, set: { state, ...deadlineOf(waits), ...set } })),
      );
    const ofLetters = (state: string, set = {}, waits = true) =>
      tx.change(
        'letter',
        `letter.${state}`,
        letters.map((id) => ({ id, set: { state, ...deadlineOf(waits), ...set } })),
      );

    await tx.change('order', 'order.in_progress', [
      { id: order.id, set: { state: 'in_progress', deadline_at: later } },
    ]);
    await change('lot', lot.id, 'assembled', { print_job: job, inserter_job: job });
    for (const [i, piece] of lot.pieces.entries()) {
      await tx.change('piece', 'piece.marked', [
        {
          id: piece.id,
          set: {
            counter_id: site.counter,
            mark: (number - 1) * 1000 + i + 1,
            mark_date: '2027-01-04',
            franked_at: tx.at,
          },
        },
      ]);
      await tx.create('postage_entry', 'postage.marked', [
        {
          id: newId('postage_counter'),
          counter_id: site.counter,
          mark: (number - 1) * 1000 + i + 1,
          site_id: site.id,
          mode: 'test',
          letter_id: piece.letter,
          copy: 1,
          cents: 152,
          mark_date: '2027-01-04',
          state: 'marked',
          marked_at: tx.at,
        },
      ]);
    }
    await tx.sql(`update pli.postage_counters set last_mark = $2 where id = $1`, [
      site.counter,
      (number - 1) * 1000 + n,
    ]);
    for (const state of ['printing', 'printed', 'inserting', 'reconciling']) await change('lot', lot.id, state);
    for (const state of ['printed', 'inserted', 'trayed']) await pieces(state);
    await change(
      'lot',
      lot.id,
      'closed',
      {
        sheets_printed: 2 * n + 2,
        sheets_good: 2 * n,
        sheets_spoiled: 0,
        sheets_banner: 2,
        sheets_duplicate: 0,
        pieces_good: n,
        pieces_spoiled: 0,
        pieces_voided: 0,
        envelopes_used: n,
        envelopes_good: n,
        envelopes_spoiled: 0,
      },
      false,
    );
    await change('tray', lot.tray, 'sealed', { deposit_id: lot.deposit, sealed_at: tx.at });
    await change('deposit', lot.deposit, 'closed', { pieces: n });
    await commitStep(
      tx,
      site.id,
      'test',
      'hand_off',
      `${site.code}-${number}`,
      letters.map((letter_id) => ({ letter_id, copy: 1 })),
    );
    for (const state of ['announced', 'left_site']) await change('deposit', lot.deposit, state);
    await pieces('handed_over', { deposit_id: lot.deposit });
    await ofLetters('handed_over', { deposit_number: number });
    await change('tray', lot.tray, 'handed_over');
  });
  await write(db.worker, site.scope, async (tx) => {
    await tx.change(
      'piece',
      'piece.accepted',
      lot.pieces.map(({ id }) => ({ id, set: { state: 'accepted', deadline_at: null } })),
    );
    const entries = await tx.sql<{ id: string }>(`select id from pli.postage_entries where letter_id = any($1)`, [
      letters,
    ]);
    await tx.change(
      'postage_entry',
      'postage.debited',
      entries.map(({ id }) => ({ id, set: { state: 'debited', debited_at: tx.at } })),
    );
    await tx.change(
      'letter',
      'letter.accepted_by_carrier',
      letters.map((id) => ({ id, set: { state: 'accepted_by_carrier', deadline_at: later } })),
    );
    await tx.change(
      'letter',
      'letter.no_return_seen',
      letters.map((id) => ({ id, set: { state: 'no_return_seen', deadline_at: null, ended_at: tx.at } })),
    );
    await tx.change('deposit', 'deposit.accepted', [
      { id: lot.deposit, set: { state: 'accepted', pieces_accepted: n, accepted_at: tx.at } },
    ]);
    await tx.change('deposit', 'deposit.settled', [{ id: lot.deposit, set: { state: 'settled', deadline_at: null } }]);
    await tx.change('tray', 'tray.settled', [{ id: lot.tray, set: { state: 'settled', deadline_at: null } }]);
    await closeOrdersOf(tx, letters);
  });
  return { ...lot, job, journal: journalOf(lot, site, job, number, firstRecord) };
}

function journalOf(lot: TestLot, site: TestSite, job: string, number: number, first: number): JournalEntry[] {
  const sheet = (sheetCode: string, windowCode: string | null = null): JournalEntry => ({
    type: 'sheet_out',
    jobId: number,
    name: job,
    sheetCode,
    windowCode,
    repeat: false,
  });
  const printed: JournalEntry[] = [
    { type: 'job_accepted', jobId: number, name: job, user: 'pli', sides: 'one-sided', octets: 1 },
    sheet(`H/${site.code}/${number}/X`),
    ...lot.pieces.flatMap((p) => p.sheetCodes.map((code, i) => sheet(code, i === 0 ? p.windowCode : null))),
    sheet(`T/${site.code}/${number}/X`),
  ];
  const closed = lot.pieces.map((p, i): JournalEntry => ({
    type: 'envelope_closed',
    job,
    site: site.code,
    sequence: i + 1,
    position: i + 1,
    windowCode: p.windowCode,
    sheetCodes: p.sheetCodes,
    outcome: 'closed',
    tray: number,
  }));
  const items = lot.pieces.map((p, i): JournalEntry => ({
    type: 'item_accepted',
    deposit: `${site.code}-${number}`,
    envelope: first + printed.length + i,
    windowCode: p.windowCode,
    tray: number,
    product: null,
    band: null,
    registeredNumber: null,
    declared: true,
  }));
  return [...printed, ...closed, ...items];
}
