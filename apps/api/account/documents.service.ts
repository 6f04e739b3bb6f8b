import { Inject, Injectable } from '@nestjs/common';
import type { DocumentReceipt, DocumentView } from '#contracts/api/documents';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import { bytesHash, newLetterKey } from '#database/content-hash';
import type { DocumentTools } from '#documents/tools';
import { Turns } from '#documents/turns';
import { acceptUploadedPdf } from '#documents/uploaded-pdf';
import { MailError } from '#domain/mail-error';
import { accountBlobs, type Blobs } from '#storage/blobs';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { BLOBS, SETTINGS, TOOLS } from '../parts.ts';
import type { Settings } from '../settings.ts';

interface Row {
  id: string;
  state: DocumentView['state'];
  pages: number;
  bytes: number;
  created_at: Date;
  erased_at: Date | null;
}
const columns = 'id, state, pages, bytes, created_at, erased_at';
const viewOf = (row: Row): DocumentView => ({
  id: row.id,
  state: row.state,
  pages: row.pages,
  bytes: row.bytes,
  createdAt: row.created_at.toISOString(),
  erasedAt: row.erased_at?.toISOString() ?? null,
});

@Injectable()
export class DocumentsService {
  /** Examining a PDF takes a core for a second or more; orders must not wait behind it. */
  private readonly turns = new Turns(1);

  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(BLOBS) private readonly blobs: Blobs,
    @Inject(TOOLS) private readonly tools: DocumentTools,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Takes a PDF in: examined and rewritten once, stored under the account's key. */
  async create(call: Call, bytes: Buffer): Promise<DocumentReceipt> {
    const stored = await this.ledger.stored<DocumentReceipt>(call);
    if (stored !== undefined) return stored;
    const limits = { maxBytes: this.settings.DOCUMENT_BYTES, maxPages: this.settings.DOCUMENT_PAGES };
    const { pdf, pages, originalSha256 } = await this.turns.take(() => acceptUploadedPdf(bytes, this.tools, limits));
    return this.ledger.once(call, 201, async (tx) => {
      const { account, mode } = customerOf(call);
      const content_key = newLetterKey();
      const row: Row = {
        id: newId('document', tx.at),
        state: 'stored',
        pages,
        bytes: pdf.length,
        created_at: tx.at,
        erased_at: null,
      };
      const blob = await this.blobs.put(
        tx.sql,
        accountBlobs(account, mode),
        pdf,
        { use: 'document', usedBy: row.id },
        tx.at,
      );
      const content = { account_id: account, mode, blob, content_key, content_hash: bytesHash(content_key, pdf) };
      await tx.create('document', 'document.stored', [{ ...row, ...content }]);
      return { ...viewOf(row), originalSha256 };
    });
  }

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: DocumentView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.documents where id > $1 order by id limit $2`, [after ?? '', limit + 1]),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<DocumentView> {
    const [row] = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.documents where id = $1`, [id]),
    );
    if (row === undefined) throw notFound('document');
    return viewOf(row);
  }

  /** The bytes that are printed. */
  async content(call: Call, id: string): Promise<Buffer> {
    const { account, mode } = customerOf(call);
    return this.ledger.read(call, async (sql) => {
      const [row] = await sql<{ blob: string | null }>(`select blob from pli.documents where id = $1`, [id]);
      if (row === undefined) throw notFound('document');
      if (row.blob === null)
        throw new MailError('content_erased', 'This document was erased with the letters that were made of it.');
      return this.blobs.read(sql, accountBlobs(account, mode), row.blob);
    });
  }
}
