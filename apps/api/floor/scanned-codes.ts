import type { ScannedView } from '#contracts/api/scans';
import { scannedPiece } from '#database/production/scanned-piece';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { parseMark, type Mark } from '#domain/marks';
import { adviceFor, type ScannedCode } from '#domain/scan-advice';
import { notFound } from '../http/refusal.ts';

/**
 * Reads a code of this print room.
 * @throws MailError `mark_unreadable` · `mark_check_wrong` · `code_of_another_site`
 */
export async function markOfSite(sql: Sql, code: string): Promise<Mark> {
  const mark = parseMark(code);
  const [site] = await sql<{ code: string }>(`select code from pli.sites`);
  if (site?.code !== mark.site)
    throw new MailError(
      'code_of_another_site',
      `This code is of print room ${mark.site}, and this is ${site?.code ?? 'another one'}. Send it there.`,
    );
  return mark;
}

/**
 * The id of the piece that a window or sheet code names.
 * @param only the kind of code that must be scanned here
 * @throws MailError as `markOfSite` · `not_found` · `window_code_needed`
 */
export async function pieceOfCode(sql: Sql, code: string, only?: ScannedCode): Promise<string> {
  const mark = await markOfSite(sql, code);
  if (mark.kind !== 'window' && (only === 'window' || mark.kind !== 'sheet'))
    throw new MailError(
      'window_code_needed',
      'This is not the code in the window of an envelope. Scan the window: only what is closed goes into a tray.',
    );
  return pieceOfMark(sql, mark, code);
}

/** @throws MailError `not_found` when no copy bears this code */
export async function pieceOfMark(sql: Sql, mark: Extract<Mark, { kind: ScannedCode }>, code: string): Promise<string> {
  const [piece] =
    mark.kind === 'window'
      ? await sql<{ id: string }>(`select id from pli.pieces where window_code = $1`, [code.trim()])
      : await sql<{ id: string }>(
          `select p.id from pli.pieces p join pli.lots l on l.id = p.lot_id where l.number = $1 and p.position = $2 and p.sheets = $3`,
          [mark.lot, mark.piece, mark.of],
        );
  if (piece === undefined) throw notFound('piece');
  return piece.id;
}

/** What is told to be spoiled, kept or left where it is has no tray as its destination. */
const goesIntoTray: readonly string[] = ['put_into_tray', 'check'];

/** What to do with a copy in hand. */
export async function adviceOf(sql: Sql, pieceId: string, code: ScannedCode): Promise<ScannedView['advice']> {
  const { scanned, openTray } = await scannedPiece(sql, pieceId);
  const advice = adviceFor(scanned, code);
  return { ...advice, tray: goesIntoTray.includes(advice.do) ? (openTray ?? null) : null };
}
