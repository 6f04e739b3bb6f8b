import { formLots } from './planning.ts';
import type { FormingRules } from './planning.ts';
import type { PoolEntry } from './pool-order.ts';

const noon = new Date('2027-03-15T11:00:00Z');
const cutOff = new Date('2027-03-15T14:00:00Z');
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const rules: FormingRules = {
  maxPieces: 200,
  maxSheets: 1000,
  maxTrays: 4,
  tray: { maxPieces: 100, lengthMm: 400 },
  maxWaitSeconds: 900,
  minimumPieces: 1,
  lotsPerWave: 2,
};
let count = 0;
const letter = (change: Partial<PoolEntry> = {}): PoolEntry => ({
  letterId: `let_${String(++count).padStart(7, '0')}`,
  accountId: 'acc_a',
  lotKey: 'C5/6 black',
  product: 'priority',
  bandLimit: 20,
  country: 'FR',
  postcode: '75001',
  sheets: 1,
  thicknessUm: 700,
  pooledAt: noon,
  deadlineAt: cutOff,
  ...change,
});
const letters = (n: number, change: Partial<PoolEntry> = {}) => Array.from({ length: n }, () => letter(change));

test('few letters wait, until the oldest has waited the longest wait', () => {
  const pool = letters(3);
  expect(formLots(pool, rules, { at: after(899) })).toEqual([]);
  expect(formLots(pool, rules, { at: after(900) })).toMatchObject([{ reason: 'max_wait', sheets: 3 }]);
});

test('a lot forms at the cut-off, however short the wait', () => {
  const late = letters(1, { pooledAt: new Date(cutOff.getTime() - 5000) });
  expect(formLots(late, rules, { at: new Date(cutOff.getTime() - 1) })).toEqual([]);
  expect(formLots(late, rules, { at: cutOff })).toMatchObject([{ reason: 'cut_off' }]);
});

test('an operator releases one class, or all', () => {
  const pool = [letter(), letter({ lotKey: 'C4 colour' })];
  expect(formLots(pool, rules, { at: noon, released: new Set(['C4 colour']) })).toMatchObject([
    { lotKey: 'C4 colour', reason: 'released' },
  ]);
  expect(formLots(pool, rules, { at: noon, released: 'all' })).toHaveLength(2);
});

test('full lots form at once and the rest goes on waiting', () => {
  const lots = formLots(letters(450), rules, { at: noon });
  expect(lots.map((lot) => [lot.reason, lot.pieces.length])).toEqual([
    ['full', 200],
    ['full', 200],
  ]);
});

test('too few pieces do not form a lot by waiting, but the cut-off takes them', () => {
  const pool = letters(3);
  expect(formLots(pool, { ...rules, minimumPieces: 10 }, { at: after(5000) })).toEqual([]);
  expect(formLots(pool, { ...rules, minimumPieces: 10 }, { at: cutOff })).toMatchObject([{ reason: 'cut_off' }]);
});

test('a letter with a later send date is left in the pool', () => {
  const pool = [letter(), letter({ notBeforeAt: after(86400) })];
  expect(formLots(pool, rules, { at: noon, released: 'all' })[0]?.pieces).toHaveLength(1);
});

test('classes never mix', () => {
  const lots = formLots([...letters(5), ...letters(5, { lotKey: 'registered' })], rules, { at: noon, released: 'all' });
  expect(lots.map(({ lotKey, pieces }) => [lotKey, pieces.length])).toEqual([
    ['C5/6 black', 5],
    ['registered', 5],
  ]);
});

test('inside a lot letters stand by product, band and postcode', () => {
  const pool = [
    letter({ postcode: '97110', letterId: 'overseas' }),
    letter({ bandLimit: 100, postcode: '01000', letterId: 'heavy' }),
    letter({ postcode: '13001', letterId: 'Marseille' }),
  ];
  const [lot] = formLots(pool, rules, { at: noon, released: 'all' });
  expect(lot?.pieces.map(({ letterId }) => letterId)).toEqual(['Marseille', 'overseas', 'heavy']);
  expect(lot?.pieces.map(({ piece }) => piece)).toEqual([1, 2, 3]);
});

test('letters for other countries stand by country, then by its postcode', () => {
  const pool = [
    letter({ country: 'CH', postcode: '1204', letterId: 'Geneva' }),
    letter({ country: 'BE', postcode: '4000', letterId: 'Liège' }),
    letter({ country: 'BE', postcode: '1050', letterId: 'Ixelles' }),
  ];
  const [lot] = formLots(pool, rules, { at: after(900) });
  expect(lot?.pieces.map(({ letterId }) => letterId)).toEqual(['Ixelles', 'Liège', 'Geneva']);
});

test('a lot is cut by sheets: what a stacker holds', () => {
  const lots = formLots(letters(50, { sheets: 45 }), rules, { at: noon, released: 'all' });
  expect(lots.map(({ sheets }) => sheets)).toEqual([990, 990, 270]);
});

test('a letter larger than a lot may be is a lot of its own', () => {
  const lots = formLots(
    [letter(), letter({ sheets: 45 }), letter()],
    { ...rules, maxSheets: 10 },
    { at: noon, released: 'all' },
  );
  expect(lots.map(({ sheets }) => sheets).sort()).toEqual([1, 1, 45]);
});

test('200 letters stand in two trays of 100, the breaks known', () => {
  const [lot] = formLots(letters(200), rules, { at: noon });
  expect(lot?.trays).toEqual([
    { tray: 1, from: 1, to: 100 },
    { tray: 2, from: 101, to: 200 },
  ]);
  expect(lot?.pieces[100]?.tray).toBe(2);
});

test('thick envelopes fill a tray sooner, and the lot ends with its last tray', () => {
  const lots = formLots(
    letters(100, { thicknessUm: 10_000 }),
    { ...rules, maxTrays: 2 },
    { at: noon, released: 'all' },
  );
  expect(lots[0]?.trays.map(({ from, to }) => to - from + 1)).toEqual([40, 40]);
  expect(lots.map(({ pieces }) => pieces.length)).toEqual([80, 20]);
});

test('the earliest deadline goes first', () => {
  const urgent = letters(200, { deadlineAt: after(3600) });
  const lots = formLots([...letters(200), ...urgent], { ...rules, lotsPerWave: 1 }, { at: noon });
  expect(new Set(lots[0]?.pieces.map(({ letterId }) => letterId))).toEqual(
    new Set(urgent.map(({ letterId }) => letterId)),
  );
});

test('100,000 letters of one account do not starve one letter of another, and are planned in seconds', () => {
  const crowd = letters(100_000, { postcode: '01000' });
  const lone = letter({ accountId: 'acc_b', postcode: '97600', pooledAt: after(60), letterId: 'lone' });
  const started = performance.now();
  const lots = formLots([...crowd, lone], rules, { at: after(900) });
  expect(performance.now() - started).toBeLessThan(5000);
  expect(lots.findIndex(({ pieces }) => pieces.some(({ letterId }) => letterId === 'lone'))).toBeLessThan(
    rules.lotsPerWave,
  );
  expect(lots.reduce((sum, { pieces }) => sum + pieces.length, 0)).toBe(100_001);
  expect(new Set(lots.flatMap(({ pieces }) => pieces.map(({ letterId }) => letterId))).size).toBe(100_001);
});
