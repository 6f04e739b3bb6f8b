import type { Effects, IntendedAction } from '#contracts/api/effects';
import { factsAbout } from '#database/facts';
import type { LedgerTransaction } from '#database/ledger';
import { breakSeal } from '#database/production/break-seal';
import { carrierWord } from '#database/production/carrier-word';
import { decideCase } from '#database/production/decide-case';
import { lotsToForm } from '#database/production/lots-to-form';
import { releasePool } from '#database/production/release-pool';
import { reportSpoiledSheets, SPOILED_SHEETS, type SpoiledSheets } from '#database/production/report-spoiled-sheets';
import { resolvePiece } from '#database/production/resolve-piece';
import { scanIntoTray } from '#database/production/scan-into-tray';
import { sealTray } from '#database/production/seal-tray';
import { typeAcknowledgement } from '#database/production/type-acknowledgement';
import { unexplainedDifferences } from '#domain/slip';
import { notFound } from '../http/refusal.ts';
import { decisionOf } from './case-decision.ts';
import { pieceOfCode } from './scanned-codes.ts';
import { trayOf } from './tray-view.ts';

/** What an action tells besides the events of its change. */
export type Told = Pick<Effects, 'lots' | 'sheets' | 'count'>;
const nothing: Told = { lots: null, sheets: null, count: null };

/** The name of what a rehearsal tells: it is taken back with all the rest. */
const REHEARSAL = 'rehearsal';

/** Words are for people: no rule reads them. */
type WithoutText<T> = T extends unknown ? Omit<T, 'text'> : never;
function withoutText<T extends { text?: string | undefined }>(body: T): WithoutText<T> {
  const copy = { ...body };
  delete copy.text;
  return copy as unknown as WithoutText<T>;
}

/** Does an action by the rule that does it, in a transaction that will be taken back. */
export async function act(tx: LedgerTransaction, site: string, intended: IntendedAction): Promise<Told> {
  switch (intended.action) {
    case 'resolve_piece': {
      const { reason, ...found } = withoutText(intended.body);
      await resolvePiece(tx, intended.id, found, reason, `${intended.id}/${REHEARSAL}`);
      return nothing;
    }
    case 'scan_into_tray': {
      await trayOf(tx.sql, intended.id, tx.at);
      const piece = await pieceOfCode(tx.sql, intended.body.windowCode, 'window');
      await scanIntoTray(tx, intended.id, piece, intended.body.reason, `${piece}/${REHEARSAL}`);
      return nothing;
    }
    case 'seal_tray':
      await sealTray(tx, intended.id);
      return nothing;
    case 'break_seal':
      await trayOf(tx.sql, intended.id, tx.at);
      await breakSeal(tx, intended.id, intended.body.reason);
      return nothing;
    case 'decide_case': {
      const { reason, ...decided } = withoutText(intended.body);
      await decideCase(tx, intended.id, decisionOf(decided), reason);
      return nothing;
    }
    case 'release_pool':
      return release(tx, site, intended.body.lotKey);
    case 'spoil_sheets':
      return spoil(tx, site, intended.id, intended.body);
    case 'acknowledge':
      return acknowledge(tx, site, intended);
  }
}

/** The lots that the next look at the pool would form because of the release. */
async function release(tx: LedgerTransaction, site: string, lotKey: string | undefined): Promise<Told> {
  await releasePool(tx, site, lotKey, REHEARSAL, REHEARSAL);
  const { planned } = await lotsToForm(tx.sql, site, tx.at);
  const lots = planned
    .filter(({ reason }) => reason === 'released')
    .map((lot) => ({
      lotKey: lot.lotKey,
      pieces: lot.pieces.length,
      sheets: lot.sheets,
      trays: lot.trays.length,
    }));
  return { ...nothing, lots };
}

async function spoil(
  tx: LedgerTransaction,
  siteId: string,
  lotId: string,
  { sheets, reason }: { sheets: number; reason: string },
): Promise<Told> {
  const [lot] = await tx.sql<{ sheets_printed: number | null }>(
    `select sheets_printed from pli.lots where id = $1 for update`,
    [lotId],
  );
  if (lot === undefined) throw notFound('lot');
  const told = async () =>
    (await factsAbout<SpoiledSheets>(tx.sql, lotId, SPOILED_SHEETS)).reduce((n, { data }) => n + data.sheets, 0);
  const toldBefore = await told();
  await reportSpoiledSheets(tx, { siteId, lotId, report: REHEARSAL, sheets, reason });
  return { ...nothing, sheets: { printed: lot.sheets_printed ?? 0, toldBefore, toldThen: await told() } };
}

/** What the slip would settle, by the word that its fact gives and the rule that explains counts by items. */
async function acknowledge(
  tx: LedgerTransaction,
  site: string,
  { id, body }: Extract<IntendedAction, { action: 'acknowledge' }>,
): Promise<Told> {
  const { reason, acceptedAt, ...slip } = withoutText(body);
  await typeAcknowledgement(tx, site, id, { ...slip, acceptedAt: new Date(acceptedAt) }, reason);
  const word = await carrierWord(tx.sql, id);
  const [deposit] = await tx.sql<{
    pieces: number;
    declared: { product: string; band: number; count: number }[] | null;
  }>(`select pieces, declared from pli.deposits where id = $1`, [id]);
  const named = await tx.sql<{ product: string; bandLimit: number; count: number }>(
    `select t.product, p.weight_band as "bandLimit", count(*)::int as count from pli.pieces p join pli.trays t on t.id = p.tray_id
     where p.deposit_id = $1 and p.window_code = any($2) group by 1, 2`,
    [id, [...(word?.missing ?? []), ...(word?.refused ?? []).map(({ windowCode }) => windowCode)]],
  );
  const lines = (counts: readonly { product: string; band: number | string; count: number }[]) =>
    counts.map(({ product, band, count }) => ({ product, bandLimit: Number(band), count }));
  const unexplained = unexplainedDifferences(lines(deposit?.declared ?? []), lines(word?.found ?? []), {
    notCounted: named,
    countedBesides: [],
  });
  const declared = deposit?.pieces ?? 0;
  const [missing, refused] = [word?.missing.length ?? 0, word?.refused.length ?? 0];
  return {
    ...nothing,
    count: { declared, accepted: declared - missing - refused, missing, refused, unexplained: unexplained.length },
  };
}
