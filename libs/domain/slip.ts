import { carrierProducts } from './services.ts';
import type { CarrierProduct } from './services.ts';

/** One line of a deposit slip: a carrier declares and finds by product and weight band. */
export type DeclaredLine = {
  product: CarrierProduct;
  /** Upper limit of the band in grams. */
  bandLimit: number;
  count: number;
  /** Mean mass of a piece in milligrams, rounded. */
  meanMassMg: number;
};
/** A count of either side; a carrier may name a product that is none of ours. */
export type FoundLine = { product: string; bandLimit: number; count: number };
export type SlipDifference = {
  product: string;
  bandLimit: number;
  declared: number;
  found: number;
  /** Found less declared: −1 is one piece missing. */
  difference: number;
};

/** The lines that a deposit declares, by product then band. */
export function declaredLines(
  pieces: readonly { product: CarrierProduct; bandLimit: number; massMg: number }[],
): DeclaredLine[] {
  const lines = new Map<string, { product: CarrierProduct; bandLimit: number; count: number; massMg: number }>();
  for (const { product, bandLimit, massMg } of pieces) {
    const line = lines.get(keyOf({ product, bandLimit })) ?? { product, bandLimit, count: 0, massMg: 0 };
    lines.set(keyOf(line), { ...line, count: line.count + 1, massMg: line.massMg + massMg });
  }
  return [...lines.values()]
    .sort((a, b) => rankOf(a) - rankOf(b) || a.bandLimit - b.bandLimit)
    .map(({ massMg, ...line }) => ({ ...line, meanMassMg: Math.round(massMg / line.count) }));
}

/**
 * Where the carrier's count differs from ours, line by line; a line that only one side knows counts 0 on the other. Empty when all
 * agree. A difference is a case with a deadline, and neither count is ever overwritten.
 */
export function slipDifferences(declared: readonly FoundLine[], found: readonly FoundLine[]): SlipDifference[] {
  const keys = new Map([...declared, ...found].map((line) => [keyOf(line), line]));
  const countIn = (lines: readonly FoundLine[], key: string) =>
    lines.filter((line) => keyOf(line) === key).reduce((sum, { count }) => sum + count, 0);
  return [...keys].flatMap(([key, { product, bandLimit }]) => {
    const ours = countIn(declared, key);
    const theirs = countIn(found, key);
    const difference = theirs - ours;
    return difference === 0 ? [] : [{ product, bandLimit, declared: ours, found: theirs, difference }];
  });
}

/**
 * Where the counts differ once every item that the carrier named is taken into account: what it missed or refused it did not count, what
 * nobody declared it may have counted. What is left is explained by no item.
 */
export function unexplainedDifferences(
  declared: readonly FoundLine[],
  found: readonly FoundLine[],
  named: { notCounted: readonly FoundLine[]; countedBesides: readonly FoundLine[] },
): SlipDifference[] {
  const besides = named.countedBesides.map((line) => ({ ...line, count: -line.count }));
  return slipDifferences(declared, [...found, ...named.notCounted, ...besides]);
}

/** All pieces of some lines. */
export function totalOf(lines: readonly { count: number }[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}

function keyOf({ product, bandLimit }: { product: string; bandLimit: number }): string {
  return `${product} ${bandLimit}`;
}
function rankOf({ product }: { product: CarrierProduct }): number {
  return carrierProducts.indexOf(product);
}
