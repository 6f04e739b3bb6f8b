import { lotKeyText } from '#domain/lot-key';
import type { PieceState } from '#domain/life-cycles';
import type { Dice } from '../demonstration/dice.ts';
import { enterLetter } from './past-day.ts';
import { lotsOf, type SeedLot } from './seeded-lots.ts';
import { ordersOfDay } from './seeded-orders.ts';
import type { SeededLedger } from './seeded-ledger.ts';
import type { SeedWorld } from './seeded-world.ts';
import type { SeedRow, Tables } from './tables.ts';

const hour = 3_600_000;

/** How far the lots on the floor are: the lot's state, and of its pieces, in feeding order, which share is in which state. */
const floors: readonly { lot: string; pieces: readonly (readonly [share: number, state: PieceState])[] }[] = [
  {
    lot: 'reconciling',
    pieces: [
      [0.97, 'trayed'],
      [0.985, 'diverted'],
      [1, 'suspect'],
    ],
  },
  {
    lot: 'inserting',
    pieces: [
      [0.5, 'trayed'],
      [0.52, 'suspect'],
      [1, 'printed'],
    ],
  },
  {
    lot: 'printing',
    pieces: [
      [0.4, 'printed'],
      [1, 'planned'],
    ],
  },
  { lot: 'printed', pieces: [[1, 'printed']] },
  { lot: 'assembled', pieces: [[1, 'planned']] },
];

/** Today: letters that wait in the pool, and lots in every state of the floor, all due tomorrow. No process drives them. */
export function seedOpenWork(
  { world, ledger, tables, dice }: { world: SeedWorld; ledger: SeededLedger; tables: Tables; dice: Dice },
  { letters, now }: { letters: number; now: Date },
): void {
  const morning = new Date(now.getTime() - 6 * hour);
  const due = new Date(now.getTime() + 24 * hour);
  const orders = [...ordersOfDay(world, dice, { letters, morning, keptContent: true })];
  const all = orders.flatMap((order) => order.letters);
  const pooled = all.slice(0, Math.ceil(all.length * 0.4));
  const planned = new Date(now.getTime() - hour);
  const lots = lotsOf(world, all.slice(pooled.length), planned, due.toISOString().slice(0, 10));
  for (const { row } of orders)
    enterOpen(
      ledger,
      'order',
      row,
      {
        type: 'order.in_progress',
        at: planned,
        set: { state: 'in_progress', state_since: planned, deadline_at: new Date(due.getTime() + 90 * 24 * hour) },
      },
      Number(row.letters),
    );
  const keyOf = new Map(
    lotsOfPool(world, pooled, planned)
      .map((lot) => lot.pieces.map((p) => [p.letter.id, lot.key] as const))
      .flat(),
  );
  for (const letter of pooled) {
    const key = keyOf.get(letter.id);
    const set = {
      state: 'pooled',
      state_since: planned,
      deadline_at: due,
      ...madeOf(letter),
      lot_key: key,
      lot_key_text: key && lotKeyText(key),
    };
    enterLetter(ledger, letter.row, set, [
      { type: 'letter.accepted', at: letter.row.created_at as Date, set: {} },
      { type: 'letter.pooled', at: planned, set },
    ]);
  }
  lots.forEach((lot, i) =>
    enterLot({ ledger, tables, world }, lot, floors[i % floors.length] as (typeof floors)[number], { planned, due }),
  );
}

/** The keys of pooled letters, by planning lots of them that nobody makes; numbers given out for that are taken back. */
function lotsOfPool(world: SeedWorld, letters: Parameters<typeof lotsOf>[1], at: Date): SeedLot[] {
  const before = structuredClone({ numbers: world.numbers, next: world.range.next, counters: world.counters });
  const lots = lotsOf(world, letters, at, at.toISOString().slice(0, 10));
  Object.assign(world, { numbers: before.numbers, counters: before.counters });
  world.range.next = before.next;
  return lots;
}

const madeOf = ({ sheets, weightMg }: { sheets: number; weightMg: number }): SeedRow => ({
  parts: [{ kind: 'document', pages: sheets * 2 - 1 }],
  sheet_code_zones: Array.from({ length: sheets }, () => 0),
  ...{ pages: sheets * 2 - 1, sheets, envelope: 'C5/6', weight_mg: weightMg, weight_band: 20, postage_cents: 152 },
});

function enterOpen(
  ledger: SeededLedger,
  subject: 'order',
  row: SeedRow,
  step: { type: string; at: Date; set: SeedRow },
  open: number,
): void {
  const { state, state_since, deadline_at } = row;
  ledger.enter(subject, { ...row, ...step.set, open_letters: open }, [
    { type: 'order.submitted', at: row.submitted_at as Date, set: { state, state_since, deadline_at } },
    step,
  ]);
}

function enterLot(
  { ledger, tables }: { ledger: SeededLedger; tables: Tables; world: SeedWorld },
  { row, trays, pieces }: SeedLot,
  floor: (typeof floors)[number],
  { planned, due }: { planned: Date; due: Date },
): void {
  const waiting = { state_since: planned, deadline_at: due };
  for (const { letter } of pieces) {
    const set = { state: 'in_production', ...waiting, ...madeOf(letter), current_copy: 1 };
    enterLetter(ledger, letter.row, set, [
      { type: 'letter.accepted', at: letter.row.created_at as Date, set: {} },
      { type: 'letter.in_production', at: planned, set },
    ]);
  }
  const end = { state: floor.lot, ...waiting, needs_operator: floor.lot === 'reconciling' };
  ledger.enter('lot', { ...row, ...end }, [
    { type: 'lot.planned', at: planned, set: { ...waiting, state: 'planned' } },
    { type: `lot.${floor.lot}`, at: planned, set: end },
  ]);
  for (const tray of trays)
    ledger.enter('tray', { ...tray, ...waiting }, [{ type: 'tray.opened', at: planned, set: waiting }]);
  pieces.forEach((piece, i) => {
    const [, state] = floor.pieces.find(([share]) => (i + 1) / pieces.length <= share) ?? floor.pieces.at(-1)!;
    const set = { state, ...waiting };
    ledger.enter('piece', { ...piece.row, ...set }, [
      { type: 'piece.planned', at: planned, set: { ...waiting, state: 'planned' } },
      { type: `piece.${state}`, at: planned, set },
    ]);
    if (state !== 'planned')
      tables.add('irreversible_steps', {
        ...{ step: 'print', site_id: row.site_id, mode: row.mode, letter_id: piece.letter.id, copy: 1 },
        ...{ job: row.print_job, at: planned },
      });
  });
}
