import type { Acknowledgement } from '#contracts/acknowledgement';
import { processId } from '#contracts/processes';
import { MailError } from '#domain/mail-error';
import { recordFacts } from '../facts.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import { streamOf } from '../subjects.ts';
import { ACKNOWLEDGED, carrierWord, OPERATOR } from './carrier-word.ts';
import { checkCarriersHour, checkSlip, type SlippedDeposit } from './check-slip.ts';

/** The carrier's stamped slip as a person reads it: when, how many of each product and band (g), and the window codes of what differs. */
export interface StampedSlip {
  acceptedAt: Date;
  found: { product: string; band: number; count: number }[];
  missing: string[];
  refused: { windowCode: string; reason: string }[];
}

/**
 * Takes the carrier's word from the stamped paper slip, typed in by an operator: a fact of that source, whole in itself. The first whole word
 * counts: the carrier's file, when it comes later, is kept and changes nothing.
 * @throws MailError `deposit_unknown` · `deposit_not_with_carrier` · `acknowledgement_known` · `acceptance_out_of_time` · `slip_code_unknown`, and
 * those of {@link checkSlip}
 */
export async function typeAcknowledgement(
  tx: LedgerTransaction,
  siteId: string,
  depositId: string,
  slip: StampedSlip,
  reason: string,
): Promise<void> {
  const [d] = await tx.sql<Omit<SlippedDeposit, 'left_at'> & { state: string; manifest: string; left_at: Date | null }>(
    `select state, manifest, left_at, pieces, declared from pli.deposits where id = $1 for no key update`,
    [depositId],
  );
  if (d === undefined) throw new MailError('deposit_unknown', `This site has no deposit ${depositId}.`);
  if ((await carrierWord(tx.sql, depositId)) !== undefined)
    throw new MailError(
      'acknowledgement_known',
      'The carrier has said its last word on this deposit. What differs from the paper is settled case by case.',
    );
  if (d.state !== 'left_site' || d.left_at === null)
    throw new MailError(
      'deposit_not_with_carrier',
      `The deposit is ${d.state}: a slip is stamped by the carrier once it has the trays.`,
    );
  checkCarriersHour(slip.acceptedAt, d.left_at, tx.at);
  await checkSlip(tx.sql, siteId, { ...d, left_at: d.left_at }, slip);
  const trays = await traysOf(tx, depositId, [...slip.missing, ...slip.refused.map(({ windowCode }) => windowCode)]);
  const data: Acknowledgement = {
    deposit: d.manifest,
    part: 1,
    last: true,
    acceptedAt: slip.acceptedAt.toISOString(),
    found: slip.found.map(({ product, band, count }) => ({ product, band: String(band), count })),
    missing: slip.missing.map((windowCode) => ({ tray: trays(windowCode), windowCode })),
    refused: slip.refused.map(({ windowCode, reason: why }) => ({ tray: trays(windowCode), windowCode, reason: why })),
    undeclared: [],
  };
  const fact = { siteId, source: OPERATOR, sourceId: `${d.manifest}/slip`, kind: ACKNOWLEDGED, subjectId: depositId };
  await recordFacts(tx.sql, [{ ...fact, data, at: slip.acceptedAt, recordedAt: tx.at }]);
  tx.tell(streamOf('deposit', { site_id: siteId }), 'deposit', depositId, 'deposit.slip_typed_in', { reason });
  await nudgeWorkflow(tx.sql, siteId, processId.deposit(depositId), tx.at);
}

/** The number of the tray each piece of the deposit left in, by window code. */
async function traysOf(
  { sql }: LedgerTransaction,
  depositId: string,
  windowCodes: readonly string[],
): Promise<(windowCode: string) => number> {
  const pieces = await sql<{ window_code: string; number: number }>(
    `select p.window_code, t.number from pli.pieces p join pli.trays t on t.id = p.tray_id
     where p.deposit_id = $1 and p.state = 'handed_over' and p.window_code = any($2)`,
    [depositId, windowCodes],
  );
  const trays = new Map(pieces.map((piece) => [piece.window_code, Number(piece.number)]));
  return (windowCode) => {
    const tray = trays.get(windowCode);
    if (tray === undefined)
      throw new MailError(
        'slip_code_unknown',
        `${windowCode} is not a piece of this deposit. Read the code on the slip again.`,
      );
    return tray;
  };
}
