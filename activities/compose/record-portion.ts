import { newId } from '#contracts/new-id';
import { processId } from '#contracts/processes';
import type { LetterWarning } from '#domain/letter-warnings';
import type { SiteProfile } from '#domain/profiles';
import { countPages } from '#documents/sheets';
import { bytesHash } from '#database/content-hash';
import { closeOrdersOf } from '#database/close-orders';
import type { LedgerTransaction } from '#database/ledger';
import { nudgeWorkflow } from '#database/outbox';
import { accountBlobs } from '#storage/blobs';
import type { ComposeDeps } from './deps.ts';
import type { Composition, MadeLetter } from './make-letters.ts';
import type { Judged } from './judge-letter.ts';
import type { WaitingLetter } from './letters-of-portion.ts';
import { storeCompositions } from './stored-compositions.ts';

export interface PortionOutcome {
  pooled: number;
  unprintable: number;
}
interface Printable {
  letter: WaitingLetter;
  composition: Composition;
  judged: Judged;
  warnings: readonly LetterWarning[];
}

/**
 * Records what was made of one account's letters, in one transaction: bytes and their uses, letters composed and pooled, letters
 * that ended. Locks in the order orders, letters, compositions, streams, as every other writer does.
 */
export async function recordPortion(
  { records, blobs }: ComposeDeps,
  siteId: string,
  made: readonly MadeLetter[],
  profile: SiteProfile,
  at: Date,
): Promise<PortionOutcome> {
  return records.write(
    siteId,
    async (tx) => {
      const { account_id, mode } = (made[0] as MadeLetter).letter;
      const waiting = await takeWaiting(tx, made, profile);
      const printable = waiting.filter((one): one is Printable => 'composition' in one);
      const refused = waiting.filter((one) => 'refused' in one);
      const addresses = await storeBytes(tx, blobs, printable);
      const pooled = await poolLetters(tx, printable, addresses);
      const fresh = new Map(
        printable.filter(({ composition }) => composition.blob === undefined).map((one) => [one.composition.key, one]),
      );
      await storeCompositions(
        tx,
        account_id,
        mode,
        [...fresh].map(([key, { letter, composition }]) => ({
          key,
          blob: addresses.get(letter.id) as string,
          parts: [...composition.parts],
          sheets: composition.sheets,
          sheetCodeZones: [...composition.sheetCodeZones],
          warnings: [...composition.warnings],
        })),
      );
      const unprintable = await endUnprintable(tx, refused);
      await wakeForFullLots(tx, siteId, printable, profile);
      return { pooled, unprintable };
    },
    at,
  );
}

/**
 * What still waits to be recorded, locked behind its orders, which are begun: a letter that was cancelled or refused while it was composed, or
 * recorded by another attempt, is left out, and costs the others nothing.
 */
async function takeWaiting(
  tx: LedgerTransaction,
  made: readonly MadeLetter[],
  profile: SiteProfile,
): Promise<MadeLetter[]> {
  const waiting = async (some: readonly MadeLetter[], lock: '' | 'order by id for no key update') => {
    const rows = await tx.sql<{ id: string }>(
      `select id from pli.letters where id = any($1) and state = 'accepted' ${lock}`,
      [some.map(({ letter }) => letter.id)],
    );
    const ids = new Set(rows.map(({ id }) => id));
    return some.filter(({ letter }) => ids.has(letter.id));
  };
  const seen = await waiting(made, '');
  // The orders that may end with these letters, locked before them as by everybody.
  const ending = seen.flatMap((one) => ('refused' in one ? one.letter.order_id : []));
  if (ending.length > 0)
    await tx.sql(`select from pli.orders where id = any($1) order by id for no key update`, [ending]);
  await beginOrders(tx, seen, profile);
  return waiting(seen, 'order by id for no key update');
}

/** Until when every letter of an order has ended, should each step take all the time it is given. */
function orderDeadline({ deadlines, tracking }: SiteProfile, slotAt: Date): Date {
  const { printSeconds, insertSeconds, reconcileSeconds, acknowledgementSeconds, differenceCaseSeconds } = deadlines;
  const seconds = printSeconds + insertSeconds + reconcileSeconds + acknowledgementSeconds + differenceCaseSeconds;
  return new Date(slotAt.getTime() + (seconds + Math.max(tracking.deliverySeconds, tracking.noReturnSeconds)) * 1000);
}

async function beginOrders(tx: LedgerTransaction, made: readonly MadeLetter[], profile: SiteProfile): Promise<void> {
  const slots = new Map<string, number>();
  for (const one of made) {
    const slot = 'judged' in one ? one.judged.plan.slotAt.getTime() : tx.at.getTime();
    slots.set(one.letter.order_id, Math.max(slot, slots.get(one.letter.order_id) ?? 0));
  }
  const changes = [...slots].map(([id, slot]) => ({
    id,
    set: { state: 'in_progress', deadline_at: orderDeadline(profile, new Date(slot)) },
  }));
  await tx.change('order', 'order.in_progress', changes, { otherwise: 'skip' });
}

/** Stores fresh bytes and adds a use of those found again; addresses by letter. */
async function storeBytes(
  tx: LedgerTransaction,
  blobs: ComposeDeps['blobs'],
  printable: readonly Printable[],
): Promise<Map<string, string>> {
  const first = printable[0];
  if (first === undefined) return new Map();
  const owner = accountBlobs(first.letter.account_id, first.letter.mode);
  const fresh = printable.filter(({ composition }) => composition.blob === undefined);
  const stored = await blobs.putAll(
    tx.sql,
    owner,
    fresh.map(({ letter, composition }) => ({ bytes: composition.pdf, use: 'composed', usedBy: letter.id })),
    tx.at,
  );
  const again = printable.flatMap(({ letter, composition: { blob } }) =>
    blob === undefined ? [] : [{ address: blob, use: 'composed', usedBy: letter.id }],
  );
  if (again.length > 0) await blobs.reuse(tx.sql, owner, again, tx.at);
  return new Map([
    ...fresh.map(({ letter }, i) => [letter.id, stored[i] as string] as const),
    ...again.map(({ usedBy, address }) => [usedBy, address] as const),
  ]);
}

async function poolLetters(
  tx: LedgerTransaction,
  printable: readonly Printable[],
  addresses: Map<string, string>,
): Promise<number> {
  const composed = await tx.change(
    'letter',
    'letter.composed',
    printable.map(({ letter, composition, judged: { plan: _, ...counted }, warnings }) => ({
      id: letter.id,
      set: {
        state: 'composed',
        composed_blob: addresses.get(letter.id),
        composed_hash: bytesHash(letter.content_key, composition.pdf),
        parts: composition.parts,
        sheet_code_zones: composition.sheetCodeZones,
        pages: countPages(composition.parts),
        sheets: composition.sheets,
        warnings,
        ...counted,
      },
    })),
  );
  await tx.change(
    'letter',
    'letter.pooled',
    printable.map(({ letter, judged }) => ({
      id: letter.id,
      set: { state: 'pooled', deadline_at: judged.plan.cutOffAt },
    })),
  );
  return composed.length;
}

/** A lot that is full need not wait for the schedule's next look at the pool. */
async function wakeForFullLots(
  tx: LedgerTransaction,
  siteId: string,
  printable: readonly Printable[],
  { lots }: SiteProfile,
): Promise<void> {
  for (const key of new Set(printable.map(({ judged }) => judged.lot_key_text))) {
    const [full] = await tx.sql(
      `select from pli.letters where site_id = $1 and state = 'pooled' and lot_key_text = $2 offset $3 limit 1`,
      [siteId, key, lots.maxPieces - 1],
    );
    if (full === undefined) continue;
    await nudgeWorkflow(tx.sql, siteId, processId.schedule('formLots', siteId), tx.at);
    return;
  }
}

/** Ends what cannot be printed: the reason as a code in the ledger, its words beside it in an erasable note. */
async function endUnprintable(
  tx: LedgerTransaction,
  refused: readonly (MadeLetter & { refused?: { code: string; message: string } })[],
): Promise<number> {
  if (refused.length === 0) return 0;
  const ids = refused.map(({ letter }) => letter.id);
  await tx.change(
    'letter',
    'letter.unprintable',
    refused.map((one) => ({
      id: one.letter.id,
      set: { state: 'unprintable', reason_code: one.refused?.code, deadline_at: null, ended_at: tx.at },
    })),
  );
  const notes = refused.map(({ letter, refused: why }) => ({
    id: newId('note', tx.at),
    account_id: letter.account_id,
    mode: letter.mode,
    subject_id: letter.id,
    text: why?.message,
    created_at: tx.at,
  }));
  await tx.sql(`insert into pli.notes select * from jsonb_populate_recordset(null::pli.notes, $1)`, [
    JSON.stringify(notes),
  ]);
  await closeOrdersOf(tx, ids);
  return refused.length;
}
