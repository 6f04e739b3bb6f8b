import { newId } from '#contracts/new-id';
import { unexplainedDifferences, type FoundLine } from '#domain/slip';
import type { LedgerTransaction, Row } from '#database/ledger';
import type { CarrierWord } from '#database/production/carrier-word';
import { tellLetter } from '#database/production/tell-letter';
import type { DepositRow } from './deposit-row.ts';

/** A case is one event, with its piece and its letter three: this many keep a transaction under 500. */
const CASES_AT_ONCE = 160;
/** What the case's column holds. A count beyond all sense is a case like any other, and stands in the deposit as the carrier said it. */
const MOST_DIFFERENCE = 2 ** 31 - 1;

const caseRow = (tx: LedgerTransaction, siteId: string, d: DepositRow, dueAt: Date): Row => ({
  id: newId('case', tx.at),
  site_id: siteId,
  mode: d.mode,
  deposit_id: d.id,
  state: 'open',
  deadline_at: dueAt,
  created_at: tx.at,
});

/** One batch of pieces that the carrier missed or refused becomes cases; 0 when all have. */
export async function openPieceCases(
  tx: LedgerTransaction,
  siteId: string,
  d: DepositRow,
  word: CarrierWord,
  dueAt: Date,
): Promise<number> {
  const refused = new Map(word.refused.map(({ windowCode, reason }) => [windowCode, reasonCode(reason)]));
  const differing = await tx.sql<{
    id: string;
    letter_id: string;
    copy: number;
    account_id: string;
    mode: string;
    window_code: string;
    product: string;
    weight_band: number;
  }>(
    `select p.id, p.letter_id, p.copy, p.account_id, p.mode, p.window_code, t.product, p.weight_band
     from pli.pieces p join pli.trays t on t.id = p.tray_id
     where p.deposit_id = $1 and p.state = 'handed_over' and p.window_code = any($2) order by p.id limit $3`,
    [d.id, [...word.missing, ...refused.keys()], CASES_AT_ONCE],
  );
  for (const kind of ['missing_at_deposit', 'refused_at_deposit'] as const) {
    const pieces = differing.filter((p) => refused.has(p.window_code) === (kind === 'refused_at_deposit'));
    for (const piece of pieces) tellLetter(tx, `letter.${kind}`, piece, refused.get(piece.window_code));
    await tx.change(
      'piece',
      `piece.${kind}`,
      pieces.map(({ id }) => ({ id, set: { state: kind, deadline_at: dueAt } })),
    );
    await tx.create(
      'case',
      'case.opened',
      pieces.map((p) => ({
        ...caseRow(tx, siteId, d, dueAt),
        account_id: p.account_id,
        kind,
        piece_id: p.id,
        product: p.product,
        band: p.weight_band,
        ...(kind === 'refused_at_deposit' && { reason_code: refused.get(p.window_code) }),
      })),
    );
  }
  return differing.length;
}

/** One batch of items that the carrier found and nobody declared becomes cases; 0 when all have. */
export async function openUndeclaredCases(
  tx: LedgerTransaction,
  siteId: string,
  d: DepositRow,
  word: CarrierWord,
  dueAt: Date,
): Promise<number> {
  const known = await tx.sql<{ said_in: string }>(
    `select said_in from pli.cases where deposit_id = $1 and kind = 'undeclared'`,
    [d.id],
  );
  const told = new Set(known.map(({ said_in }) => said_in));
  const fresh = word.undeclared.filter(({ saidIn }) => !told.has(saidIn)).slice(0, CASES_AT_ONCE);
  await tx.create(
    'case',
    'case.opened',
    fresh.map((item) => ({
      ...caseRow(tx, siteId, d, dueAt),
      kind: 'undeclared',
      tray: item.tray,
      window_code: item.windowCode,
      said_in: item.saidIn,
      product: item.product ?? null,
      band: item.band === undefined ? null : Number(item.band),
    })),
  );
  return fresh.length;
}

/** The counts that no item explains become cases, by product and band. The pieces that the carrier named have theirs already. */
export async function openCountCases(
  tx: LedgerTransaction,
  siteId: string,
  d: DepositRow,
  word: CarrierWord,
  dueAt: Date,
): Promise<void> {
  const named = await tx.sql<FoundLine & { kind: string }>(
    `select kind, product, band as "bandLimit", count(*)::int as count from pli.cases
     where deposit_id = $1 and product is not null and kind <> 'count_differs' group by 1, 2, 3`,
    [d.id],
  );
  const declared = (d.declared ?? []).map(({ product, band, count }) => ({ product, bandLimit: band, count }));
  const found = word.found.map(({ product, band, count }) => ({ product, bandLimit: Number(band), count }));
  const differing = unexplainedDifferences(declared, found, {
    notCounted: named.filter(({ kind }) => kind !== 'undeclared'),
    countedBesides: named.filter(({ kind }) => kind === 'undeclared'),
  });
  await tx.create(
    'case',
    'case.opened',
    differing.map(({ product, bandLimit, difference }) => ({
      ...caseRow(tx, siteId, d, dueAt),
      kind: 'count_differs',
      product,
      band: bandLimit,
      difference: Math.max(-MOST_DIFFERENCE, Math.min(MOST_DIFFERENCE, difference)),
    })),
  );
}

/** The carrier's reason as a code of the ledger; its own words stay with the fact. */
function reasonCode(reason: string): string {
  const code = reason.toLowerCase().replaceAll(/[^a-z0-9_-]+/g, '_');
  return /^[a-z0-9][a-z0-9_-]{0,39}$/.test(code) ? code : 'refused_by_carrier';
}
