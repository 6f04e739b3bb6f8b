/** A line of the slip: what we declared and what the carrier found, by product and band. */
export interface SlipLine {
  readonly product: string;
  readonly band: number;
  readonly declared: number;
  /** Null while the carrier has not counted. */
  readonly found: number | null;
}
interface CountOf {
  product: string;
  band: number | string;
  count: number;
}

const countsOf = (told: unknown): CountOf[] => (Array.isArray(told) ? (told as CountOf[]) : []);

/** Both counts side by side; a line that one side alone knows has 0 on the other. Neither is overwritten. */
export function slipLines(declared: unknown, found: unknown): SlipLine[] {
  const ours = countsOf(declared);
  const theirs = countsOf(found);
  const keyOf = ({ product, band }: CountOf) => `${product} ${band}`;
  const countIn = (counts: readonly CountOf[], key: string) =>
    counts.filter((one) => keyOf(one) === key).reduce((sum, { count }) => sum + count, 0);
  const lines = new Map([...ours, ...theirs].map((one) => [keyOf(one), one]));
  return [...lines].map(([key, { product, band }]) => ({
    product,
    band: Number(band),
    declared: countIn(ours, key),
    found: found === null || found === undefined ? null : countIn(theirs, key),
  }));
}
