import { countLot, type CountedPiece, type LotPaper } from './lot-count.ts';

const piece = (n: number, sheets: number, outcome: CountedPiece['outcome'] = 'good'): CountedPiece => ({
  outcome,
  windowCode: `W${n}`,
  sheetCodes: Array.from({ length: sheets }, (_, i) => `S${n}.${i + 1}`),
});
const read = (of: CountedPiece, sheetCodes = of.sheetCodes) => ({
  windowCode: of.windowCode,
  sheetCodes,
  outcome: 'closed' as const,
});
const banner = { reason: 'banner' } as const;
const paper = (change: Partial<LotPaper>): LotPaper => ({
  sheetsPrinted: 0,
  records: [],
  outsorted: [banner, banner],
  spoiledByHand: 0,
  ...change,
});

const [a, b] = [piece(1, 2), piece(2, 3)];

test('a lot without mishap balances: its sheets in their envelopes, its two banners beside them', () => {
  const count = countLot([a, b], paper({ sheetsPrinted: 7, records: [read(a), read(b)] }));
  expect(count).toMatchObject({
    closes: true,
    sheets: { good: 5, banner: 2, spoiled: 0 },
    envelopes: { used: 2, good: 2, spoiled: 0 },
  });
});

test('sheets that a jam printed again balance as duplicates', () => {
  const duplicate = { reason: 'duplicate' } as const;
  expect(
    countLot(
      [a, b],
      paper({ sheetsPrinted: 9, records: [read(a), read(b)], outsorted: [banner, duplicate, duplicate, banner] }),
    ),
  ).toMatchObject({
    closes: true,
    sheets: { duplicate: 2 },
  });
});

test('two swapped letters of different length balance once both are spoiled', () => {
  const [c, d] = [piece(1, 2, 'spoiled'), piece(2, 3, 'spoiled')];
  const records = [read(c, ['S1.1', 'S2.2', 'S2.3']), read(d, ['S2.1', 'S1.2'])];
  expect(countLot([c, d], paper({ sheetsPrinted: 7, records }))).toMatchObject({
    closes: true,
    sheets: { spoiled: 5 },
    envelopes: { used: 2, spoiled: 2 },
  });
});

test('a sheet that fell into an envelope twice is spoiled once with it and once more', () => {
  const spoiled = piece(1, 2, 'spoiled');
  expect(
    countLot([spoiled], paper({ sheetsPrinted: 5, records: [read(spoiled, ['S1.1', 'S1.2', 'S1.2'])] })).closes,
  ).toBe(true);
});

test('a copy that a person closed by hand takes an envelope of its own', () => {
  expect(countLot([a, b], paper({ sheetsPrinted: 7, records: [read(a)] }))).toMatchObject({
    closes: true,
    envelopes: { used: 2, good: 2 },
  });
});

test('a voided copy whose sheets came out after all leaves sheets unaccounted for, until a person reports them', () => {
  const voided = piece(2, 3, 'voided');
  const open = paper({ sheetsPrinted: 7, records: [read(a)] });
  expect(countLot([a, voided], open)).toMatchObject({
    closes: false,
    reasons: ['3 sheets unaccounted for: 7 went in and 4 are told of'],
  });
  expect(countLot([a, voided], { ...open, spoiledByHand: 3 }).closes).toBe(true);
});

test('nothing may be suspect or diverted', () => {
  expect(countLot([a, piece(2, 3, 'diverted')], paper({ sheetsPrinted: 7, records: [read(a)] })).closes).toBe(false);
});
