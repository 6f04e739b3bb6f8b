import { pieceId } from '#contracts/ids';
import { newId } from '#contracts/new-id';
import { lotKeyText, type LotKey } from '#domain/lot-key';
import { formatMark } from '#domain/marks';
import { formatRegisteredNumber } from '#domain/registered-numbers';
import { zoneOf, type SeedLetter } from './seeded-orders.ts';
import type { SeedWorld } from './seeded-world.ts';
import type { SeedRow } from './tables.ts';

export const LOT_PIECES = 500;
const TRAY_PIECES = 250;

export interface SeedPiece {
  letter: SeedLetter;
  position: number;
  tray: SeedRow;
  mark: number;
  counter: string;
  number: { id: string; serial: number; code: string; range: string } | undefined;
  row: SeedRow;
}

/** A lot as it was planned, with its trays and pieces; whoever takes it says how far it came. */
export interface SeedLot {
  row: SeedRow;
  key: LotKey;
  trays: SeedRow[];
  pieces: SeedPiece[];
}

/** Parts letters into lots of one key each, 500 pieces at most, and gives out the numbers of lots, trays, marks and registered mail. */
export function lotsOf(world: SeedWorld, letters: readonly SeedLetter[], at: Date, depositDay: string): SeedLot[] {
  const byKey = new Map<string, { key: LotKey; letters: SeedLetter[] }>();
  for (const letter of letters) {
    const key = keyOf(world, letter);
    const text = lotKeyText(key);
    const group = byKey.get(text) ?? { key, letters: [] };
    byKey.set(text, group);
    group.letters.push(letter);
  }
  return [...byKey.values()].flatMap((group) => {
    const lots: SeedLot[] = [];
    for (let from = 0; from < group.letters.length; from += LOT_PIECES)
      lots.push(lotOf(world, group.key, group.letters.slice(from, from + LOT_PIECES), at, depositDay));
    return lots;
  });
}

function keyOf(world: SeedWorld, letter: SeedLetter): LotKey {
  const { account, registered, row } = letter;
  const { carrierContract: contract, franking, mixing } = account.terms;
  return {
    site: world.site.id,
    mode: world.site.mode,
    kind: registered ? 'registered' : 'ordinary',
    product: row.service as LotKey['product'],
    contract,
    franking,
    envelope: 'C5/6',
    envelopeStock: world.envelopeStock,
    paperStock: world.paperStock,
    colour: 'black',
    sides: 'duplex',
    fold: 'z_three',
    inserts: [],
    integrity: 'tracked',
    destination: zoneOf(letter) as LotKey['destination'],
    account: mixing.providerAllows && mixing.accountAllows ? null : account.id,
  };
}

const next = (world: SeedWorld, kind: 'lot' | 'tray'): number => ++world.numbers[kind];

function lotOf(world: SeedWorld, key: LotKey, letters: SeedLetter[], at: Date, depositDay: string): SeedLot {
  const owner = { site_id: world.site.id, mode: world.site.mode };
  const number = next(world, 'lot');
  const sheets = letters.reduce((sum, letter) => sum + letter.sheets, 0);
  const later = new Date(at.getTime() + 86_400_000);
  const row = {
    id: newId('lot', at),
    ...owner,
    number,
    kind: key.kind,
    key,
    key_text: lotKeyText(key),
    state: 'planned',
    state_since: at,
    deadline_at: later,
    pieces: letters.length,
    sheets,
    planned_deposit_date: depositDay,
    printer_id: world.printer,
    inserter_id: world.inserter,
    print_job: `pli-${world.site.code}-${number}`,
    inserter_job: `pli-${world.site.code}-${number}`,
    created_at: at,
  };
  const counter = world.counters.find((one) => one.contract === key.contract && one.franking === key.franking);
  if (counter === undefined) throw new Error(`There is no postage counter of ${key.contract}.`);
  const trays = Array.from({ length: Math.ceil(letters.length / TRAY_PIECES) }, (_, i) => ({
    id: newId('tray', at),
    ...owner,
    number: next(world, 'tray'),
    lot_id: row.id,
    position: i + 1,
    kind: 'sorted',
    product: key.product,
    carrier_contract: key.contract,
    state: 'open',
    state_since: at,
    deadline_at: later,
    pieces: Math.min(TRAY_PIECES, letters.length - i * TRAY_PIECES),
    created_at: at,
  }));
  const pieces = letters.map((letter, i): SeedPiece => {
    const tray = trays[Math.floor(i / TRAY_PIECES)] as SeedRow;
    return {
      letter,
      position: i + 1,
      tray,
      mark: ++counter.last,
      counter: counter.id,
      number: letter.registered ? takeNumber(world) : undefined,
      row: {
        id: pieceId(letter.id, 1),
        letter_id: letter.id,
        copy: 1,
        account_id: letter.account.id,
        ...owner,
        lot_id: row.id,
        position: i + 1,
        state: 'planned',
        state_since: at,
        deadline_at: later,
        sheets: letter.sheets,
        weight_mg: letter.weightMg,
        weight_band: 20,
        window_code: formatMark({ kind: 'window', site: world.site.code, lot: number, piece: i + 1, copy: 1 }),
        tray_id: tray.id,
        created_at: at,
      },
    };
  });
  return { row, key, trays, pieces };
}

function takeNumber({ range }: SeedWorld): NonNullable<SeedPiece['number']> {
  if (range.next > range.last) throw new Error('The numbers for registered letters are used up.');
  const serial = range.next++;
  const code = formatRegisteredNumber({ prefix: range.prefix, serial, country: range.country });
  return { id: `${range.id}/${serial}`, serial, code, range: range.id };
}
