import type { CarrierProduct } from './services.ts';

/** A letter that waits in the pool, with what planning asks of it. */
export type PoolEntry = {
  letterId: string;
  accountId: string;
  /** Canonical text of its lot key. */
  lotKey: string;
  product: CarrierProduct;
  /** Upper limit of its weight band in grams. */
  bandLimit: number;
  /** ISO 3166: a lot for other countries is sorted by country first. */
  country: string;
  postcode: string;
  sheets: number;
  /** Thickness of the closed envelope in micrometres. */
  thicknessUm: number;
  pooledAt: Date;
  /** The cut-off of its planned deposit: its lot forms then at the latest. */
  deadlineAt: Date;
  /** Not made before (a later send date); absent when it may be made at once. */
  notBeforeAt?: Date | undefined;
};

/** Earliest deadline first; among equals one of each account in turn, an account's own in the order they came. */
export function inPickOrder(entries: readonly PoolEntry[]): PoolEntry[] {
  const byDeadline = [...entries].sort(
    (a, b) => a.deadlineAt.getTime() - b.deadlineAt.getTime() || a.pooledAt.getTime() - b.pooledAt.getTime(),
  );
  const picked: PoolEntry[] = [];
  for (let from = 0; from < byDeadline.length;) {
    const deadline = byDeadline[from]?.deadlineAt.getTime();
    let to = from;
    while (to < byDeadline.length && byDeadline[to]?.deadlineAt.getTime() === deadline) to++;
    picked.push(...roundRobin(byDeadline.slice(from, to)));
    from = to;
  }
  return picked;
}

function* roundRobin(entries: readonly PoolEntry[]): Generator<PoolEntry> {
  const queues = new Map<string, PoolEntry[]>();
  for (const entry of entries) {
    const queue = queues.get(entry.accountId);
    if (queue) queue.push(entry);
    else queues.set(entry.accountId, [entry]);
  }
  for (let turn = 0, open = [...queues.values()]; open.length > 0; turn++) {
    for (const queue of open) {
      const entry = queue[turn];
      if (entry) yield entry;
    }
    open = open.filter((queue) => queue.length > turn + 1);
  }
}

/** The order inside a lot and from lot to lot: product, weight band, then the carrier's sort plan (by country and postcode). */
export function inSortPlanOrder(entries: readonly PoolEntry[]): PoolEntry[] {
  return [...entries].sort(
    (a, b) =>
      compare(a.product, b.product) ||
      a.bandLimit - b.bandLimit ||
      compare(a.country, b.country) ||
      compare(a.postcode, b.postcode) ||
      compare(a.letterId, b.letterId),
  );
}

// Code-unit order: the same on every machine, unlike a locale's.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
