import { Inject, Injectable } from '@nestjs/common';
import type { DocumentChange, DocumentQuery, DocumentView, Library, UploadQuery } from '#contracts/api/documents';
import type { RepairKind } from '#contracts/api/problem';
import { pageFrom } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import { bytesHash, newLetterKey } from '#database/content-hash';
import type { Row as TableRow } from '#database/ledger';
import type { Sql } from '#database/scope';
import { FairTurns } from '#documents/fair-turns';
import { DocumentRefusal } from '#documents/findings';
import type { PageLine } from '#documents/page-lines';
import type { DocumentTools } from '#documents/tools';
import { DocumentThreads } from '#documents/threads/document-threads';
import type { AcceptedPdf } from '#documents/uploaded-pdf';
import { endedLetterStates } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { repairAcceptedSeconds } from '#domain/waiting-states';
import { accountBlobs, type Blobs } from '#storage/blobs';
import { eraseDocumentRows } from '#storage/erase-documents';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { BLOBS, SETTINGS, TOOLS } from '../parts.ts';
import type { Settings } from '../settings.ts';

interface Row {
  id: string;
  state: DocumentView['state'];
  pages: number;
  bytes: number;
  name: string | null;
  library: Library | null;
  repairs: RepairKind[];
  original_sha256: Buffer | null;
  created_at: Date;
  deadline_at: Date | null;
  erased_at: Date | null;
}
const columns = 'id, state, pages, bytes, name, library, repairs, original_sha256, created_at, deadline_at, erased_at';
const viewOf = (row: Row): DocumentView => ({
  id: row.id,
  state: row.state,
  pages: row.pages,
  bytes: row.bytes,
  name: row.name,
  library: row.library,
  repairs: row.repairs,
  originalSha256: row.original_sha256?.toString('hex') ?? null,
  createdAt: row.created_at.toISOString(),
  acceptBy: row.state === 'proposed' ? (row.deadline_at?.toISOString() ?? null) : null,
  eraseAt: row.state === 'stored' ? (row.deadline_at?.toISOString() ?? null) : null,
  erasedAt: row.erased_at?.toISOString() ?? null,
});

/** Documents of one account in one mode that may wait to be examined; more are told to come back. */
const WAITING_AN_ACCOUNT = 10;
/** Seconds for the examination of a document to split: an honest page takes a hundredth of one. */
const SECONDS_TO_SPLIT = 60;
/** Characters of the lines kept of a document, about what 2,000 honest pages have; the lines of the pages behind are left out. */
const MOST_LINES_TEXT = 8_000_000;

@Injectable()
export class DocumentsService {
  /** Examining a PDF takes a core for a second or more; orders must not wait behind it, nor one account behind another. */
  private readonly turns: FairTurns;

  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(BLOBS) private readonly blobs: Blobs,
    @Inject(TOOLS) private readonly tools: DocumentTools,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly threads: DocumentThreads,
  ) {
    this.turns = new FairTurns(settings.DOCUMENTS_AT_ONCE, WAITING_AN_ACCOUNT);
  }

  /** Takes a PDF in: examined and rewritten once, stored with the bytes as they came under the account's key; repaired, as a proposal. */
  async create(call: Call, bytes: Buffer, query: UploadQuery): Promise<DocumentView> {
    const stored = await this.ledger.stored<DocumentView>(call);
    if (stored !== undefined) return stored;
    const accepted = await this.examined(call, bytes, query);
    return this.ledger.once(call, 201, async (tx) => {
      const { account, mode } = customerOf(call);
      const content_key = newLetterKey();
      const proposed = accepted.repairs.length > 0;
      const row: Row = {
        id: newId('document', tx.at),
        state: proposed ? 'proposed' : 'stored',
        pages: accepted.pages,
        bytes: accepted.pdf.length,
        name: null,
        library: null,
        repairs: [...accepted.repairs],
        original_sha256: Buffer.from(accepted.originalSha256, 'hex'),
        created_at: tx.at,
        deadline_at: proposed ? new Date(tx.at.getTime() + repairAcceptedSeconds * 1000) : null,
        erased_at: null,
      };
      const [blob, original_blob] = await this.blobs.putAll(
        tx.sql,
        accountBlobs(account, mode),
        [
          { use: 'document', usedBy: row.id, bytes: accepted.pdf },
          { use: 'original', usedBy: row.id, bytes },
        ],
        tx.at,
      );
      const content: TableRow = {
        blob,
        content_key,
        content_hash: bytesHash(content_key, accepted.pdf),
        original_blob,
        page_lines: keptLines(accepted.pageLines),
      };
      await tx.create('document', `document.${row.state}`, [
        { ...row, account_id: account, mode, state_since: tx.at, ...content },
      ]);
      return viewOf(row);
    });
  }

  /** The sender has looked at the repaired document and takes it; one that is taken already is answered as it is. */
  accept(call: Call, id: string): Promise<DocumentView> {
    return this.ledger.once(call, 200, async (tx) => {
      // Two that accept, and the eraser, come one after the other: the row is read as whoever was first left it.
      const row = await rowOf(tx.sql, id, 'for no key update');
      if (row.state === 'erased' || (row.state === 'proposed' && row.deadline_at! <= tx.at)) throw erased();
      if (row.state === 'stored' && row.repairs.length > 0) return viewOf(row);
      if (row.state !== 'proposed')
        throw new MailError('document_not_proposed', 'This document needs no acceptance: it is stored already.');
      const content = { deadline_at: null };
      await tx.change('document', 'document.accepted', [{ id, set: { state: 'stored' }, content }]);
      return viewOf({ ...row, state: 'stored', deadline_at: null });
    });
  }

  /**
   * Erases a document, also one that is erased already. What was made of it stays as it is.
   * @throws MailError `document_in_use`
   */
  remove(call: Call, id: string): Promise<void> {
    return this.ledger.write(call, async (tx) => {
      const row = await rowOf(tx.sql, id, 'for update');
      if (row.state === 'erased') return;
      await refuseInUse(tx.sql, id);
      await eraseDocumentRows(tx, this.blobs, [id]);
    });
  }

  /** Names a document, or keeps it in the library; one that is kept is not erased with the letters that used it. */
  change(call: Call, id: string, { name, library }: DocumentChange): Promise<DocumentView> {
    return this.ledger.write(call, async (tx) => {
      const row = await rowOf(tx.sql, id, 'for no key update');
      if (row.state === 'erased') throw erased();
      if (library !== undefined && row.state === 'proposed')
        throw new MailError('document_not_accepted', 'Accept the repaired document first, then keep it.');
      const changed = { ...row, ...(name !== undefined && { name }), ...(library !== undefined && { library }) };
      if (changed.library === row.library)
        await tx.sql(`update pli.documents set name = $2 where id = $1`, [id, changed.name]);
      else {
        const set = { library: changed.library };
        const type = changed.library === null ? 'document.no_longer_kept' : 'document.kept';
        await tx.change('document', type, [{ id, set, content: { name: changed.name } }]);
      }
      return viewOf(changed);
    });
  }

  async list(
    call: Call,
    { limit, after, library, newest }: DocumentQuery,
  ): Promise<{ rows: DocumentView[]; next: string | null }> {
    const [compare, order] = newest === 'true' ? ['<', 'desc'] : ['>', 'asc'];
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.documents where ($1::text is null or id ${compare} $1) and ($3::text is null or library = $3)
         order by id ${order} limit $2`,
        [after ?? null, limit + 1, library ?? null],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<DocumentView> {
    return viewOf(await this.ledger.read(call, (sql) => rowOf(sql, id)));
  }

  /** The bytes that are printed. */
  content(call: Call, id: string): Promise<Buffer> {
    return this.bytesOf(call, id, 'blob');
  }

  /** The bytes as they came. */
  original(call: Call, id: string): Promise<Buffer> {
    return this.bytesOf(call, id, 'original_blob');
  }

  private async bytesOf(call: Call, id: string, column: 'blob' | 'original_blob'): Promise<Buffer> {
    const { account, mode } = customerOf(call);
    return this.ledger.read(call, async (sql) => {
      const [row] = await sql<{ blob: string | null; state: string }>(
        `select ${column} as blob, state from pli.documents where id = $1`,
        [id],
      );
      if (row === undefined) throw notFound('document');
      if (row.blob === null && row.state !== 'erased') throw notFound('original of this document');
      if (row.blob === null) throw erased();
      return this.blobs.read(sql, accountBlobs(account, mode), row.blob);
    });
  }

  private async examined(call: Call, bytes: Buffer, { repair, purpose }: UploadQuery): Promise<AcceptedPdf> {
    const { account, mode } = customerOf(call);
    const { DOCUMENT_BYTES, DOCUMENT_PAGES, DOCUMENT_SPLIT_PAGES, CLAMD_ADDRESS } = this.settings;
    if (mode === 'live' && CLAMD_ADDRESS === undefined)
      throw new MailError(
        'virus_scan_unavailable',
        'Live documents are taken only past a virus scanner, and this installation has none. Ask the provider.',
        'later',
      );
    const limits = {
      maxBytes: DOCUMENT_BYTES,
      maxPages: purpose === 'split' ? DOCUMENT_SPLIT_PAGES : DOCUMENT_PAGES,
      ...(purpose === 'split' ? { seconds: SECONDS_TO_SPLIT } : {}),
      repairs: [...new Set(repair?.split(',') as RepairKind[] | undefined)],
      virusScan: CLAMD_ADDRESS === undefined ? undefined : { address: CLAMD_ADDRESS },
    };
    try {
      return await this.turns.take(`${account}/${mode}`, () =>
        this.threads.run('acceptUploadedPdf', bytes, this.tools, limits),
      );
    } catch (error) {
      if (error instanceof DocumentRefusal) throw new Refusal(error.code, error.message, error.findings);
      throw error;
    }
  }
}

async function rowOf(sql: Sql, id: string, lock: '' | 'for no key update' | 'for update' = ''): Promise<Row> {
  const [row] = await sql<Row & Record<string, unknown>>(`select ${columns} from pli.documents where id = $1 ${lock}`, [
    id,
  ]);
  if (row === undefined) throw notFound('document');
  return row;
}

/** A letter that has not ended may still be printed, or printed again. */
async function refuseInUse(sql: Sql, id: string): Promise<void> {
  const [use] = await sql<{ letter: string | null; draft: string | null }>(
    `select letter, draft from pli.document_uses($1, $2)`,
    [id, endedLetterStates],
  );
  if (use?.letter)
    throw new MailError(
      'document_in_use',
      `Letter ${use.letter} is made of this document and has not ended. Wait until it has, or cancel it or take it out of its draft; then delete the document.`,
    );
  if (use?.draft)
    throw new MailError(
      'document_in_use',
      `This document is the letterhead of draft ${use.draft}. Give the draft another, or delete it; then delete the document.`,
    );
}

const erased = () =>
  new MailError(
    'content_erased',
    'This document was erased: with the letters made of it, by its sender, or because nobody used it in time.',
  );

function keptLines(pages: readonly (readonly PageLine[])[]): readonly (readonly PageLine[])[] {
  let length = 0;
  return pages.map((lines) => {
    length += lines.reduce((sum, { text }) => sum + text.length + 60, 0);
    return length > MOST_LINES_TEXT ? [] : lines;
  });
}
