import { cutIntoLots } from './lot-cutting.ts';
import type { CutLot, LotLimits } from './lot-cutting.ts';
import { inPickOrder, inSortPlanOrder } from './pool-order.ts';
import type { PoolEntry } from './pool-order.ts';

/** When lots form at a site, besides how large they are. */
export type FormingRules = LotLimits & {
  /** No letter waits longer in the pool, however few there are (but see `minimumPieces`). */
  maxWaitSeconds: number;
  /** Fewer pieces than this do not form a lot by waiting; the cut-off takes them. */
  minimumPieces: number;
  /** Lots formed together: their pieces are picked by deadline and account first, then sorted among themselves. */
  lotsPerWave: number;
};

export type FormingReason = 'full' | 'cut_off' | 'max_wait' | 'released';
export type PlannedLot = CutLot & { lotKey: string; reason: FormingReason };

/**
 * Which lots form now (`at`). For each lot key: all that waits, when an operator releases it, when the cut-off of one of its
 * letters has come, or when its oldest letter has waited the site's longest wait; else only lots that are full. Letters are picked
 * by earliest deadline, then round robin by account, so that 100,000 letters of one account do not delay one of another by
 * more than two waves; each wave is ordered by product, band and sort plan, then cut (trade rules of planning).
 * Lots come with the most urgent reason first, inside it in the order in which they are to be made.
 */
export function formLots(
  entries: readonly PoolEntry[],
  rules: FormingRules,
  now: { at: Date; released?: 'all' | ReadonlySet<string> },
): PlannedLot[] {
  const ripe = entries.filter(({ notBeforeAt }) => !notBeforeAt || notBeforeAt <= now.at);
  const lots = [...groupedByKey(ripe)].flatMap(([lotKey, group]) => {
    const reason = reasonToForm(lotKey, group, rules, now);
    return reason ? lotsOf(lotKey, group, rules, reason) : [];
  });
  return lots.sort((a, b) => urgency.indexOf(a.reason) - urgency.indexOf(b.reason));
}

const urgency: readonly FormingReason[] = ['released', 'cut_off', 'max_wait', 'full'];

function reasonToForm(
  lotKey: string,
  group: readonly PoolEntry[],
  rules: FormingRules,
  { at, released }: { at: Date; released?: 'all' | ReadonlySet<string> },
): FormingReason | undefined {
  if (released === 'all' || released?.has(lotKey)) return 'released';
  let sheets = 0;
  let oldest = Infinity;
  let earliestDeadline = Infinity;
  for (const entry of group) {
    sheets += entry.sheets;
    oldest = Math.min(oldest, entry.pooledAt.getTime());
    earliestDeadline = Math.min(earliestDeadline, entry.deadlineAt.getTime());
  }
  if (earliestDeadline <= at.getTime()) return 'cut_off';
  if (at.getTime() - oldest >= rules.maxWaitSeconds * 1000 && group.length >= rules.minimumPieces) return 'max_wait';
  return group.length >= rules.maxPieces || sheets >= rules.maxSheets ? 'full' : undefined;
}

function lotsOf(lotKey: string, group: readonly PoolEntry[], rules: FormingRules, reason: FormingReason): PlannedLot[] {
  const lots: PlannedLot[] = [];
  const picked = inPickOrder(group);
  let carried: readonly PoolEntry[] = [];
  for (let from = 0; from < picked.length;) {
    const to = waveEnd(picked, from, rules);
    const wave = inSortPlanOrder([...carried, ...picked.slice(from, to)]);
    const cut = cutIntoLots(wave, rules);
    const rest = cut.at(-1)?.full ? undefined : cut.pop();
    for (const lot of cut) lots.push({ ...lot, lotKey, reason });
    const left = rest ? wave.slice(-rest.pieces.length) : [];
    // The rest of a wave goes with the next, once: a letter sorted last must not be put off for ever.
    const again = new Set(carried);
    const makeNow = to === picked.length || left.some((entry) => again.has(entry));
    if (rest && makeNow && reason !== 'full') lots.push({ ...rest, lotKey, reason });
    carried = makeNow && reason !== 'full' ? [] : left;
    from = to;
  }
  return lots;
}

/** Where the wave that begins at `from` ends: as many pieces or sheets as its lots may hold. */
function waveEnd(picked: readonly PoolEntry[], from: number, rules: FormingRules): number {
  const end = Math.min(picked.length, from + rules.maxPieces * rules.lotsPerWave);
  let to = from;
  for (let sheets = 0; to < end && sheets < rules.maxSheets * rules.lotsPerWave; to++)
    sheets += picked[to]?.sheets ?? 0;
  return to;
}

function groupedByKey(entries: readonly PoolEntry[]): Map<string, PoolEntry[]> {
  const groups = new Map<string, PoolEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.lotKey);
    if (group) group.push(entry);
    else groups.set(entry.lotKey, [entry]);
  }
  return groups;
}
