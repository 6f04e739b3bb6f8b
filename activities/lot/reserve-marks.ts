import { formatRegisteredNumber } from '#domain/registered-numbers';
import { MailError } from '#domain/mail-error';
import type { LedgerTransaction } from '#database/ledger';
import type { LotRow } from './lot-row.ts';

/** A copy's reservation makes up to four events (postage entry, number, letter, piece): the ledger takes 500 at once. */
const COPIES_AT_ONCE = 120;

interface UnmarkedCopy {
  id: string;
  letter_id: string;
  copy: number;
  postage_cents: number | null;
}

/**
 * Reserves for some of the lot's copies what is their own for ever: the value of the contract's postage counter and, when
 * registered, a number of the carrier's range. What has been reserved stays, so a lot whose assembly was cut off goes on here.
 * @param printBy the deadline of the state the copies wait in
 * @returns how many were reserved; 0 when every copy has its own
 * @throws MailError `postage_counter_missing` · `registered_numbers_used_up`
 */
export async function reserveMarks(tx: LedgerTransaction, lot: LotRow, printBy: Date): Promise<number> {
  const copies = await tx.sql<UnmarkedCopy>(
    `select p.id, p.letter_id, p.copy, l.postage_cents from pli.pieces p join pli.letters l on l.id = p.letter_id
     where p.lot_id = $1 and p.state = 'planned' and p.mark is null order by p.position limit $2 for update of p`,
    [lot.id, COPIES_AT_ONCE],
  );
  if (copies.length === 0) return 0;
  const postage = await takePostage(tx, lot, copies);
  const numbers = lot.key.product.startsWith('registered') ? await takeNumbers(tx, lot, copies) : undefined;
  await tx.change(
    'piece',
    'piece.marked',
    copies.map((copy, i) => ({
      id: copy.id,
      set: {
        counter_id: postage.counter,
        mark: postage.first + i,
        mark_date: lot.planned_deposit_date,
        deadline_at: printBy,
        ...(numbers && { registered_number: numbers[i] }),
      },
    })),
  );
  return copies.length;
}

/** One value of the counter a copy. It is owed once the carrier has counted the copy; until then it is only marked. */
async function takePostage(
  tx: LedgerTransaction,
  lot: LotRow,
  copies: readonly UnmarkedCopy[],
): Promise<{ counter: string; first: number }> {
  const { contract, franking } = lot.key;
  const [counter] = await tx.sql<{ id: string; last_mark: number }>(
    `update pli.postage_counters set last_mark = last_mark + $4 where site_id = $1 and carrier_contract = $2 and franking_mode = $3
     returning id, last_mark`,
    [lot.site_id, contract, franking, copies.length],
  );
  if (counter === undefined)
    throw new MailError(
      'postage_counter_missing',
      `The site counts no postage of carrier contract "${contract}" with franking "${franking}". Set up its postage counter, then let the lot try again.`,
    );
  const first = counter.last_mark - copies.length + 1;
  await tx.create(
    'postage_entry',
    'postage_entry.marked',
    copies.map((copy, i) => ({
      id: `${counter.id}/${first + i}`,
      counter_id: counter.id,
      mark: first + i,
      site_id: lot.site_id,
      mode: lot.mode,
      letter_id: copy.letter_id,
      copy: copy.copy,
      cents: copy.postage_cents ?? 0,
      mark_date: lot.planned_deposit_date,
      state: 'marked',
      marked_at: tx.at,
    })),
  );
  return { counter: counter.id, first };
}

/** The next numbers of the oldest range that has any left; a number once taken is used or void, never given again. */
async function takeNumbers(tx: LedgerTransaction, lot: LotRow, copies: readonly UnmarkedCopy[]): Promise<string[]> {
  const ranges = await tx.sql<{ id: string; prefix: string; country: string; next: number; last: number }>(
    `select id, prefix, country, next, last from pli.number_ranges
     where site_id = $1 and mode = $2 and kind = 's10' and next <= last order by created_at, id for update`,
    [lot.site_id, lot.mode],
  );
  const taken = ranges
    .flatMap(({ id, prefix, country, next, last }) =>
      Array.from({ length: Math.min(copies.length, last - next + 1) }, (_, i) => ({
        range: id,
        serial: next + i,
        prefix,
        country,
      })),
    )
    .slice(0, copies.length);
  if (taken.length < copies.length)
    throw new MailError(
      'registered_numbers_used_up',
      'The numbers for registered letters are used up. Enter a new range of the carrier, then let the lot try again.',
    );
  for (const range of new Set(taken.map((number) => number.range)))
    await tx.sql(`update pli.number_ranges set next = next + $2 where id = $1`, [
      range,
      taken.filter((n) => n.range === range).length,
    ]);
  const codes = taken.map(formatRegisteredNumber);
  await tx.create(
    'registered_number',
    'registered_number.assigned',
    copies.map((copy, i) => ({
      id: `${taken[i]?.range}/${taken[i]?.serial}`,
      range_id: taken[i]?.range,
      number: taken[i]?.serial,
      code: codes[i],
      site_id: lot.site_id,
      mode: lot.mode,
      state: 'assigned',
      letter_id: copy.letter_id,
      copy: copy.copy,
      assigned_at: tx.at,
    })),
  );
  await tx.change(
    'letter',
    'letter.number_assigned',
    copies.map((copy, i) => ({ id: copy.letter_id, set: { registered_number: codes[i] } })),
  );
  return codes;
}
