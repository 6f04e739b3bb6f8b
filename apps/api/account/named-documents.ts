import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { pagesOf } from '#domain/page-ranges';
import type { ProblemItem } from '#contracts/api/problem';
import { pointerOf } from '../http/validation.pipe.ts';

/** A fault of a document that a letter names: of the document itself, or of the pages wanted. */
export type DocumentFault = { code: string; detail: string; of: 'document' | 'pages' };

/** The documents that a call names, as far as letters can be made of them. */
export class NamedDocuments {
  private constructor(private readonly known: ReadonlyMap<string, { state: string; pages: number }>) {}

  static async read(sql: Sql, ids: readonly string[]): Promise<NamedDocuments> {
    const named = [...new Set(ids)];
    const rows =
      named.length === 0
        ? []
        : await sql<{ id: string; state: string; pages: number }>(
            // Held until the letter is there, so that it is not erased in between.
            `select id, state, pages from pli.documents where id = any($1) and state <> 'erased' order by id for key share`,
            [named],
          );
    return new NamedDocuments(new Map(rows.map(({ id, ...row }) => [id, row])));
  }

  /** What keeps some pages (ranges; null: all) of a document from being printed; empty when nothing does. */
  faultsOf(id: string, ranges: string | null): DocumentFault[] {
    const document = this.known.get(id);
    if (document === undefined)
      return [
        {
          code: 'document_unknown',
          detail: 'There is no such document in this account and mode, or it was erased.',
          of: 'document',
        },
      ];
    if (document.state !== 'stored')
      return [
        {
          code: 'document_not_accepted',
          detail: 'This document is a proposal of a repair. Look at it and accept it, then name it here.',
          of: 'document',
        },
      ];
    try {
      pagesOf(ranges ?? undefined, document.pages);
      return [];
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      return [{ code: error.code, detail: error.message, of: 'pages' }];
    }
  }
}

/** What keeps the letterhead of an order's options from being laid under its letters. */
export async function letterheadFaults(
  sql: Sql,
  { backgroundPage }: { backgroundPage?: string | undefined },
): Promise<ProblemItem[]> {
  if (backgroundPage === undefined) return [];
  const named = await NamedDocuments.read(sql, [backgroundPage]);
  const pointer = pointerOf(['options', 'backgroundPage']);
  return named.faultsOf(backgroundPage, null).map(({ code, detail }) => ({ code, detail, pointer }));
}
