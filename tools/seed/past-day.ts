import { newId } from '#contracts/new-id';
import type { Dice } from '../demonstration/dice.ts';
import { lotsOf, type SeedLot, type SeedPiece } from './seeded-lots.ts';
import { ordersOfDay, type SeedLetter, type SeedOrder } from './seeded-orders.ts';
import type { SeededLedger } from './seeded-ledger.ts';
import type { SeedWorld } from './seeded-world.ts';
import type { SeedRow, Tables } from './tables.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Days after its acceptance by which a letter that nobody follows has ended, a registered one is delivered, and a return is back. */
const ends = { noReturn: 60, delivered: 3, returned: 12 };
const cents: Readonly<Record<string, number>> = { priority: 152, economy: 107, registered: 574 };

export interface PastDay {
  /** Midnight, UTC, of the day whose truck took the letters. */
  date: Date;
  letters: number;
  now: Date;
  /** Of letters accepted before it, content was erased. */
  erasedBefore: Date;
}

/** One working day, from its orders in the morning to what became of its letters until now. */
export function seedPastDay(
  { world, ledger, tables, dice }: { world: SeedWorld; ledger: SeededLedger; tables: Tables; dice: Dice },
  { date, letters, now, erasedBefore }: PastDay,
): void {
  const at = (hours: number) => new Date(date.getTime() + hours * hour);
  const [planned, slot, accepted] = [at(13), at(15.5), at(18)];
  const isErased = accepted < erasedBefore;
  const orders = [...ordersOfDay(world, dice, { letters, morning: at(7), keptContent: !isErased })];
  const sent = orders.flatMap((order) => order.letters.filter(({ fate }) => fate === 'sent'));
  const lots = lotsOf(world, sent, planned, date.toISOString().slice(0, 10));
  const pieceOf = new Map(lots.flatMap(({ pieces }) => pieces.map((piece) => [piece.letter.id, piece] as const)));
  const deposits = new Map<string, SeedRow>();
  for (const { key, trays, pieces } of lots) {
    const deposit = deposits.get(key.contract) ?? depositOf(world, key.contract, slot, accepted);
    deposits.set(key.contract, deposit);
    for (const tray of trays) tray.deposit_id = deposit.id;
    deposit.pieces = Number(deposit.pieces) + pieces.length;
    deposit.pieces_accepted = deposit.pieces;
  }
  const depositOfPiece = ({ letter }: SeedPiece) => deposits.get(letter.account.terms.carrierContract) as SeedRow;

  for (const order of orders) {
    const ended = order.letters.map((letter) => {
      const piece = pieceOf.get(letter.id);
      return piece === undefined
        ? endEarly(ledger, letter, planned, isErased)
        : goOn({ ledger, dice, now }, piece, depositOfPiece(piece), accepted, isErased);
    });
    endOrder(ledger, order, ended, accepted);
  }
  for (const lot of lots) closeLot(ledger, tables, lot, { planned, slot, accepted }, depositOfPiece);
  for (const deposit of deposits.values()) settle(ledger, deposit, slot, accepted);
}

function depositOf({ site, carrier, numbers }: SeedWorld, contract: string, slot: Date, accepted: Date): SeedRow {
  const number = ++numbers.deposit;
  return {
    id: newId('deposit', slot),
    site_id: site.id,
    mode: site.mode,
    number,
    carrier_id: carrier,
    carrier_contract: contract,
    state: 'settled',
    state_since: accepted,
    slot_at: slot,
    manifest: `${site.code}-${number}`,
    pieces: 0,
    left_at: slot,
    accepted_at: accepted,
    deposit_day: slot.toISOString().slice(0, 10),
    pieces_accepted: 0,
    acknowledged_by: 'carrier',
    created_at: new Date(slot.getTime() - 8 * hour),
  };
}

/** A letter that never became paper. @returns when it ended */
function endEarly(ledger: SeededLedger, { row, fate }: SeedLetter, at: Date, isErased: boolean): Date {
  const end = {
    state: fate,
    state_since: at,
    deadline_at: null,
    ended_at: at,
    reason_code: fate === 'unprintable' ? 'address_page_not_readable' : null,
    erased_at: isErased ? new Date(at.getTime() + 12 * hour) : null,
  };
  enterLetter(ledger, row, end, [
    { type: 'letter.accepted', at: row.created_at as Date, set: {} },
    { type: `letter.${fate}`, at, set: end },
  ]);
  return at;
}

/** What becomes of a letter that was sent. @returns when it ended, undefined while it is on its way */
function goOn(
  { ledger, dice, now }: { ledger: SeededLedger; dice: Dice; now: Date },
  { letter, number }: SeedPiece,
  deposit: SeedRow,
  accepted: Date,
  isErased: boolean,
): Date | undefined {
  const { row, registered, sheets, weightMg } = letter;
  const isReturned = dice.below(1000) < 12;
  const days = isReturned ? ends.returned : registered ? ends.delivered : ends.noReturn;
  const end = new Date(accepted.getTime() + days * day);
  const due = new Date(accepted.getTime() + (registered ? 30 : ends.noReturn) * day);
  const made = {
    parts: [{ kind: 'document', pages: sheets * 2 - 1 }],
    sheet_code_zones: Array.from({ length: sheets }, () => 0),
    pages: sheets * 2 - 1,
    sheets,
    envelope: 'C5/6',
    weight_mg: weightMg,
    weight_band: 20,
    postage_cents: cents[String(row.service)] ?? 152,
    current_copy: 1,
    registered_number: number?.code ?? null,
    handed_over_at: deposit.left_at,
    accepted_at: accepted,
    deposit_day: deposit.deposit_day,
    deposit_number: deposit.number,
  };
  const taken = { ...made, state: 'accepted_by_carrier', state_since: accepted, deadline_at: due };
  const steps = [
    { type: 'letter.accepted', at: row.created_at as Date, set: {} },
    { type: 'letter.accepted_by_carrier', at: accepted, set: taken },
  ];
  const erased = isErased ? { erased_at: new Date(accepted.getTime() + 12 * hour) } : {};
  if (end > now) {
    if (isErased) steps.push({ type: 'letter.erased', at: erased.erased_at as Date, set: erased as never });
    const poll = registered ? new Date(now.getTime() + 2 * hour) : due;
    enterLetter(ledger, { ...row, next_poll_at: poll }, { ...taken, ...erased }, steps);
    return undefined;
  }
  const state = isReturned ? 'returned' : registered ? 'delivered' : 'no_return_seen';
  const last = { state, state_since: end, deadline_at: null, ended_at: end, ...erased };
  steps.push({ type: `letter.${state}`, at: end, set: last as never });
  enterLetter(ledger, row, { ...taken, ...last }, steps);
  return end;
}

/** Stores a letter as it is in the end; its first event tells it as it was accepted. */
export function enterLetter(
  ledger: SeededLedger,
  accepted: SeedRow,
  end: SeedRow,
  steps: { type: string; at: Date; set: SeedRow }[],
): void {
  const [first, ...others] = steps;
  const { state, state_since, deadline_at } = accepted;
  if (first === undefined) return;
  ledger.enter('letter', { ...accepted, ...end }, [
    { ...first, set: { state, state_since, deadline_at, ...first.set } },
    ...others,
  ]);
}

function endOrder(
  ledger: SeededLedger,
  { row, submittedAt, letters }: SeedOrder,
  ended: (Date | undefined)[],
  accepted: Date,
) {
  const open = ended.filter((one) => one === undefined).length;
  const last = new Date(Math.max(...ended.map((one) => one?.getTime() ?? 0)));
  const allCancelled = letters.every(({ fate }) => fate === 'cancelled');
  const end =
    open > 0
      ? {
          state: 'in_progress',
          state_since: accepted,
          deadline_at: new Date(accepted.getTime() + (ends.noReturn + 10) * day),
        }
      : { state: allCancelled ? 'cancelled' : 'ended', state_since: last, deadline_at: null };
  const { state, state_since, deadline_at } = row;
  ledger.enter('order', { ...row, ...end, open_letters: open }, [
    { type: 'order.submitted', at: submittedAt, set: { state, state_since, deadline_at } },
    { type: `order.${end.state}`, at: end.state_since, set: end },
  ]);
}

function closeLot(
  ledger: SeededLedger,
  tables: Tables,
  { row, trays, pieces }: SeedLot,
  { planned, slot, accepted }: { planned: Date; slot: Date; accepted: Date },
  depositOfPiece: (piece: SeedPiece) => SeedRow,
): void {
  const closed = new Date(slot.getTime() - hour);
  const [n, sheets] = [pieces.length, Number(row.sheets)];
  const counts = {
    ...{ sheets_printed: sheets + 2, sheets_good: sheets, sheets_spoiled: 0, sheets_banner: 2, sheets_duplicate: 0 },
    ...{
      pieces_good: n,
      pieces_spoiled: 0,
      pieces_voided: 0,
      envelopes_used: n,
      envelopes_good: n,
      envelopes_spoiled: 0,
    },
  };
  const end = { state: 'closed', state_since: closed, deadline_at: null, ...counts };
  ledger.enter('lot', { ...row, ...end }, [
    { type: 'lot.planned', at: planned, set: { state: 'planned', state_since: planned, deadline_at: row.deadline_at } },
    { type: 'lot.closed', at: closed, set: end },
  ]);
  for (const tray of trays) {
    const settled = {
      state: 'settled',
      state_since: accepted,
      deadline_at: null,
      sealed_at: closed,
      deposit_id: tray.deposit_id,
    };
    ledger.enter('tray', { ...tray, ...settled }, [
      { type: 'tray.opened', at: planned, set: { state: 'open', state_since: planned, deadline_at: tray.deadline_at } },
      { type: 'tray.settled', at: accepted, set: settled },
    ]);
  }
  for (const piece of pieces)
    acceptPiece(ledger, tables, piece, depositOfPiece(piece), String(row.print_job), { slot, accepted });
}

function acceptPiece(
  ledger: SeededLedger,
  tables: Tables,
  { letter, row, mark, counter, number }: SeedPiece,
  deposit: SeedRow,
  job: string,
  { slot, accepted }: { slot: Date; accepted: Date },
): void {
  const own = { site_id: row.site_id, mode: row.mode, letter_id: letter.id, copy: 1 };
  const end = {
    state: 'accepted',
    state_since: accepted,
    deadline_at: null,
    deposit_id: deposit.id,
    counter_id: counter,
    mark,
    mark_date: deposit.deposit_day,
    franked_at: new Date(slot.getTime() - 2 * hour),
    registered_number: number?.code ?? null,
  };
  const { state, state_since, deadline_at } = row;
  ledger.enter('piece', { ...row, ...end }, [
    { type: 'piece.planned', at: state_since as Date, set: { state, state_since, deadline_at } },
    { type: 'piece.accepted', at: accepted, set: end },
  ]);
  const entry = {
    id: `${counter}/${mark}`,
    counter_id: counter,
    mark,
    ...own,
    cents: cents[String(letter.row.service)] ?? 152,
    mark_date: deposit.deposit_day,
    state: 'debited',
    marked_at: end.franked_at,
    debited_at: accepted,
  };
  ledger.enter('postage_entry', entry, [{ type: 'postage_entry.debited', at: accepted, set: {} }]);
  if (number) {
    const assigned = {
      id: number.id,
      range_id: number.range,
      number: number.serial,
      code: number.code,
      ...own,
      state: 'assigned',
      assigned_at: row.created_at,
    };
    ledger.enter('registered_number', assigned, [
      { type: 'registered_number.assigned', at: row.created_at as Date, set: {} },
    ]);
  }
  tables.add('irreversible_steps', { step: 'print', ...own, job, at: row.created_at });
  tables.add('irreversible_steps', { step: 'hand_off', ...own, job: deposit.manifest, at: slot });
}

function settle(ledger: SeededLedger, deposit: SeedRow, slot: Date, accepted: Date): void {
  const counted = [{ product: 'priority', band: 20, count: deposit.pieces }];
  ledger.enter('deposit', { ...deposit, declared: counted, found: counted }, [
    {
      type: 'deposit.planned',
      at: deposit.created_at as Date,
      set: { state: 'planned', state_since: deposit.created_at },
    },
    {
      type: 'deposit.settled',
      at: accepted,
      set: { state: deposit.state, state_since: deposit.state_since, left_at: slot },
    },
  ]);
}
