import { declaredLines, slipDifferences, totalOf } from './slip.ts';

const pieces = (n: number, bandLimit: number, massMg: number) =>
  Array.from({ length: n }, () => ({ product: 'priority' as const, bandLimit, massMg }));

test('a slip declares count and mean weight by product and band', () => {
  const slip = declaredLines([
    ...pieces(3, 100, 24_960),
    ...pieces(197, 20, 9_990),
    { product: 'economy', bandLimit: 20, massMg: 15_001 },
    { product: 'economy', bandLimit: 20, massMg: 15_004 },
  ]);
  expect(slip).toEqual([
    { product: 'priority', bandLimit: 20, count: 197, meanMassMg: 9_990 },
    { product: 'priority', bandLimit: 100, count: 3, meanMassMg: 24_960 },
    { product: 'economy', bandLimit: 20, count: 2, meanMassMg: 15_003 },
  ]);
  expect(totalOf(slip)).toBe(202);
});

test('a slip of 200 acknowledged 199 differs by one piece missing', () => {
  const declared = declaredLines(pieces(200, 20, 9_990));
  expect(slipDifferences(declared, [{ product: 'priority', bandLimit: 20, count: 199 }])).toEqual([
    { product: 'priority', bandLimit: 20, declared: 200, found: 199, difference: -1 },
  ]);
  expect(slipDifferences(declared, declared)).toEqual([]);
});

test('a piece that the carrier counts in a higher band shows on both lines', () => {
  const found = [
    { product: 'priority' as const, bandLimit: 20, count: 9 },
    { product: 'priority' as const, bandLimit: 100, count: 1 },
  ];
  expect(slipDifferences(declaredLines(pieces(10, 20, 19_990)), found).map((d) => [d.bandLimit, d.difference])).toEqual(
    [
      [20, -1],
      [100, 1],
    ],
  );
});
