import { settlePieces } from '#domain/settlement';
import type { LedgerTransaction } from '#database/ledger';
import { breakSealUnlessLeft } from '#database/production/break-seal';
import { reappear, type Reappearing } from '#database/production/reappear';
import type { Sql } from '#database/scope';
import { inserterWord } from './insert-facts.ts';
import { lotRow } from './lot-row.ts';
import { floorPieces } from './sheet-codes.ts';

/** So many dead copies reappear in one transaction; each is an event, beside those of broken seals. */
export const DEAD_AT_ONCE = 200;

/**
 * Copies that a person told dead before the inserter's word on them, and of which it made an envelope all the same (the paper lay in the stack
 * still): they reappear, in the tray that the machine told, and must be taken out and spoiled before it is sealed. Whether the person spoiled
 * the closed envelope or the machine closed it afterwards nobody knows for sure: so a person looks again.
 * @returns how many
 */
export async function bringBackDead(tx: LedgerTransaction, siteId: string, lotId: string): Promise<number> {
  // Whoever resolves a piece holds this too: what is dead stays so until the end.
  await tx.sql(`select from pli.lots where id = $1 for no key update`, [lotId]);
  const lot = await lotRow(tx.sql, lotId);
  const word = lot.state === 'closed' ? undefined : await inserterWord(tx.sql, lotId);
  if (word === undefined) return 0;
  const dead = await floorPieces(tx.sql, lot, ['spoiled', 'voided']);
  if (dead.length === 0) return 0;
  const judged = await judgedBefore(
    tx.sql,
    dead.map(({ id }) => id),
  );
  // `incomplete` closed no envelope. And a sheet of a dead copy in the envelope of another makes that other one suspect.
  const envelopes = word.records.filter(({ outcome }) => outcome !== 'incomplete');
  const shown = new Map(settlePieces(dead, envelopes).pieces.map((piece) => [piece.position, piece]));
  const found = dead.flatMap(({ id, position }) => {
    const { at, tray } = shown.get(position) ?? {};
    return at === undefined || judged.has(id) ? [] : [{ id, at, tray }];
  });
  const some = found.slice(0, DEAD_AT_ONCE);
  const trays = await tx.sql<{ id: string; number: number }>(
    `select id, number from pli.trays where lot_id = $1 order by id`,
    [lotId],
  );
  // One sealed by hand may be gone, or was empty and is settled: the copy waits for a person all the same, and keeps the lot open.
  for (const tray of trays)
    if (some.some((copy) => copy.tray === tray.number)) await breakSealUnlessLeft(tx, tray.id, 'reappeared');
  await reappear(
    tx,
    siteId,
    some.map(({ id, at, tray }): Reappearing => {
      const into = trays.find(({ number }) => number === tray)?.id;
      return { id, told: { at, tray }, ...(into !== undefined && { tray: into }) };
    }),
  );
  return some.length;
}

/** Those that the inserter's word was applied to already: what a person told afterwards was told with the envelope in hand. */
async function judgedBefore(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(
    `select distinct subject_id as id from pli.events where subject_id = any($1)
       and (type in ('piece.inserted', 'piece.diverted', 'piece.reappeared') or type = 'piece.suspect' and data->'reasons' is not null)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
