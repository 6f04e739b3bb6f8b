import type { ProblemItem } from '#contracts/api/problem';
import type { LedgerTransaction } from '#database/ledger';
import type { ProductionData } from '#database/production/production-data';
import { calendarsOf } from '#database/site-profile';
import { promisedDay } from '#domain/deposit-planning';
import type { MailError } from '#domain/mail-error';
import { serviceOn } from '#domain/services';
import { countPages } from '#documents/sheets';
import { accountBlobs, type Blobs } from '#storage/blobs';
import type { Judged } from '../compose/judge-letter.ts';
import type { Composition, MadeLetter } from '../compose/make-letters.ts';
import { storeCompositions } from '../compose/stored-compositions.ts';
import type { PreviewOutcome } from './make-preview.ts';

/** Records how a preview's letter was made, or why it cannot be. */
export async function settlePreview(
  tx: LedgerTransaction,
  blobs: Blobs,
  id: string,
  made: Exclude<MadeLetter, { stuck: unknown }>,
  data: ProductionData,
): Promise<PreviewOutcome> {
  const [waits] = await tx.sql(`select from pli.previews where id = $1 and state = 'making' for update`, [id]);
  if (waits === undefined) return { outcome: 'passed_over' };
  if ('refused' in made) {
    const { code } = made.refused;
    const set = { state: 'refused', deadline_at: null, reason_code: code, ...(await storeDrawn(tx, blobs, id, made)) };
    await tx.change('preview', 'preview.refused', [
      { id, set, content: { problems: [problemOf(made.refused)], trouble: null } },
    ]);
    return { outcome: 'refused', reason: code };
  }
  const { letter, composition, judged, warnings } = made;
  const set = {
    state: 'ready',
    deadline_at: null,
    composed_blob: await storeBytes(tx, blobs, id, letter, composition),
    parts: composition.parts,
    sheet_code_zones: composition.sheetCodeZones,
    pages: countPages(composition.parts),
    sheets: composition.sheets,
    ...countedOf(judged, data),
  };
  await tx.change('preview', 'preview.ready', [{ id, set, content: { warnings, trouble: null } }]);
  return { outcome: 'ready' };
}

/** The pages of a letter that cannot be made are kept as long as the preview, so that its sender sees where it fails. */
async function storeDrawn(
  tx: LedgerTransaction,
  blobs: Blobs,
  id: string,
  { letter, drawn }: Extract<MadeLetter, { refused: unknown }>,
): Promise<{ composed_blob?: string; pages?: number }> {
  if (drawn === undefined) return {};
  const owner = accountBlobs(letter.account_id, letter.mode);
  const use = { use: 'preview', usedBy: id };
  return { composed_blob: await blobs.put(tx.sql, owner, drawn.pdf, use, tx.at), pages: drawn.pages };
}

/** The bytes with a use of this preview's; they stay as long as it, or as a letter that was made of them meanwhile. */
async function storeBytes(
  tx: LedgerTransaction,
  blobs: Blobs,
  id: string,
  { account_id, mode }: MadeLetter['letter'],
  { key, pdf, blob, ...composition }: Composition,
): Promise<string> {
  const owner = accountBlobs(account_id, mode);
  const use = { use: 'preview', usedBy: id };
  if (blob !== undefined) {
    await blobs.reuse(tx.sql, owner, [{ ...use, address: blob }], tx.at);
    return blob;
  }
  const stored = await blobs.put(tx.sql, owner, pdf, use, tx.at);
  const { parts, sheets, sheetCodeZones, warnings } = composition;
  await storeCompositions(tx, account_id, mode, [
    { key, blob: stored, parts: [...parts], sheets, sheetCodeZones: [...sheetCodeZones], warnings: [...warnings] },
  ]);
  return stored;
}

/** What the letter weighs and costs, and when it would leave and arrive. */
function countedOf(judged: Judged, { profile, services }: ProductionData) {
  const { plan, lot_key } = judged;
  const { promiseDays } = serviceOn(services, lot_key.product, lot_key.destination, plan.j);
  return {
    envelope: judged.envelope,
    weight_mg: judged.weight_mg,
    weight_band: judged.weight_band,
    product: lot_key.product,
    destination: lot_key.destination,
    postage_cents: judged.postage_cents,
    deposit_day: plan.j,
    leaves_at: plan.slotAt,
    promise_days: promiseDays,
    promised_day: promisedDay(calendarsOf(profile).delivery, plan.j, promiseDays),
  };
}

const problemOf = ({ code, message, place }: MailError): ProblemItem => ({ code, detail: message, ...place });
