import type { Acknowledgement, UndeclaredItem } from '#contracts/acknowledgement';
import type { Count } from '#contracts/machines/carrier-files';
import { carrierProducts } from '#domain/services';
import type { Sql } from '../scope.ts';

/** The kind of fact in which a carrier's acknowledgement comes, a part a fact. */
export const ACKNOWLEDGED = 'deposit.acknowledged';
/** The source of a fact that a person at the site tells. */
export const OPERATOR = 'operator';

/** What the parts of an acknowledgement say together. */
export interface CarrierWord {
  /** By the carrier's file, or by its stamped slip that an operator typed in. */
  by: 'carrier' | 'operator';
  acceptedAt: Date;
  found: Count[];
  missing: string[];
  refused: { windowCode: string; reason: string }[];
  /** `saidIn`: part and line, by which each is known for ever. */
  undeclared: (UndeclaredItem & { saidIn: string })[];
}

interface ToldPart {
  source: string;
  data: Acknowledgement;
}

/** The carrier's last word on a deposit; undefined while parts of it are to come. */
export async function carrierWord(sql: Sql, depositId: string): Promise<CarrierWord | undefined> {
  return firstWholeWord(await toldParts(sql, depositId));
}

/**
 * The word that became whole first, in the order in which its parts were told: the carrier's once the parts up to its last one are here, an
 * operator's at once. What comes after that changes it no more, and no repetition or order of the parts does.
 */
export function firstWholeWord(told: readonly ToldPart[]): CarrierWord | undefined {
  const parts = new Map<number, Acknowledgement>();
  for (const { source, data } of told) {
    if (source === OPERATOR) return wordOf('operator', [data]);
    if (data.supplement === true || parts.has(data.part)) continue;
    parts.set(data.part, data);
    const lastPart = Math.min(...[...parts.values()].filter(({ last }) => last).map(({ part }) => part));
    const upToIt = [...parts.values()].filter(({ part }) => part <= lastPart);
    if (upToIt.length === lastPart)
      return wordOf(
        'carrier',
        upToIt.sort((a, b) => a.part - b.part),
      );
  }
  return undefined;
}

/** What the carrier said after its last word: the codes of items that were missing and found, and when. */
export async function foundLateOf(sql: Sql, depositId: string): Promise<{ foundAt: Date; windowCodes: string[] }[]> {
  const told = await toldParts(sql, depositId);
  return told
    .filter(({ data }) => data.supplement === true)
    .map(({ data }) => ({
      foundAt: new Date(data.acceptedAt),
      windowCodes: (data.foundLate ?? []).map(({ windowCode }) => windowCode),
    }));
}

function toldParts(sql: Sql, depositId: string): Promise<ToldPart[]> {
  return sql<ToldPart & Record<string, unknown>>(
    `select source, data from pli.facts where subject_id = $1 and kind = $2 order by id`,
    [depositId, ACKNOWLEDGED],
  );
}

function wordOf(by: CarrierWord['by'], parts: readonly Acknowledgement[]): CarrierWord {
  const missing = new Set(parts.flatMap((part) => part.missing.map(({ windowCode }) => windowCode)));
  const refused = new Map(
    parts.flatMap((part) => part.refused.map(({ windowCode, reason }) => [windowCode, { windowCode, reason }])),
  );
  return {
    by,
    acceptedAt: new Date(Math.max(...parts.map((part) => Date.parse(part.acceptedAt)))),
    found: parts.flatMap((part) => part.found.map((count) => ({ ...count, ...inOurTerms(count) }))),
    // What it holds in its hands to give back it has found.
    missing: [...missing].filter((code) => !refused.has(code)),
    refused: [...refused.values()],
    undeclared: parts.flatMap((part) =>
      part.undeclared.map((item, line) => ({ ...item, ...inOurTerms(item), saidIn: `${part.part}/${line + 1}` })),
    ),
  };
}

/**
 * A product or band that is none of ours is free text, which may be anything and has no place in the ledger: it counts as product `other`, band
 * 0. The carrier's own words stay with the fact.
 */
function inOurTerms<T extends { product?: string | undefined; band?: string | undefined }>({ product, band }: T) {
  const isOurs = carrierProducts.some((each) => each === product);
  return {
    ...(product !== undefined && { product: isOurs ? product : 'other' }),
    ...(band !== undefined && { band: /^\d{1,6}$/.test(band) ? band : '0' }),
  };
}
