/** One measured figure, as `--json` prints it. A ratio's unit says of what. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it must keep to, in words; absent for figures that are only told. */
  readonly budget?: string;
  readonly holds?: boolean;
  /** Samples behind the value, and their spread (lowest to highest). */
  readonly samples?: number;
  readonly spread?: readonly [number, number];
}

/** A bench: what it measures, and its figures. `say` tells people what goes on. */
export type Bench = (say: (text: string) => void) => Promise<Figure[]>;

/** Seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/**
 * Compares two ways of the same work, one after the other in each round so that a noisy machine troubles both alike. Answers
 * the median of the rounds' ratios (second's seconds / first's) with its spread.
 */
export async function ratioOf(rounds: number, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = await seconds(first);
    const other = await seconds(second);
    ratios.push(other / one);
  }
  return { value: median(ratios), samples: rounds, spread: [Math.min(...ratios), Math.max(...ratios)] as const };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
