import { Inject, Injectable } from '@nestjs/common';
import type { PagePictureQuery, PictureQuery } from '#contracts/api/documents';
import { scanForViruses } from '#documents/clamd';
import { FairTurns } from '#documents/fair-turns';
import { pagePng } from '#documents/page-png';
import type { DocumentTools } from '#documents/tools';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { SETTINGS, TOOLS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { DocumentsService } from './documents.service.ts';

/** Drawings of one account in one mode that may wait; more are told to come back. */
const WAITING_AN_ACCOUNT = 40;
/** Milliseconds that the virus scanner may take for bytes that are only drawn. */
const SCAN_MS = 8000;

/** Pages of documents as pictures, also of such as were refused. */
@Injectable()
export class DocumentPictures {
  /** Drawing a page takes a core for a part of a second; orders must not wait behind it, nor one account behind another. */
  private readonly turns = new FairTurns(1, WAITING_AN_ACCOUNT);

  constructor(
    private readonly documents: DocumentsService,
    @Inject(TOOLS) private readonly tools: DocumentTools,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A page of a stored or proposed document; `not_found` beyond the last. */
  async page(call: Call, id: string, page: number, { of, dpi }: PagePictureQuery): Promise<Buffer> {
    const { pages } = await this.documents.one(call, id);
    if (page > pages) throw notFound(`page: the document has ${pages}`);
    return this.inTurn(call, async () => {
      const pdf = await (of === 'original' ? this.documents.original(call, id) : this.documents.content(call, id));
      return pagePng(pdf, { page, dpi, grey: false }, this.tools);
    });
  }

  /** A page of bytes that are nobody's document yet. They are looked at as an upload is: by the virus scanner first, then confined. */
  ofBytes(call: Call, bytes: Buffer, { page, dpi }: PictureQuery): Promise<Buffer> {
    const { CLAMD_ADDRESS: address } = this.settings;
    if (address === undefined && customerOf(call).mode === 'live')
      throw new MailError(
        'virus_scan_unavailable',
        'Live documents are looked at only past a virus scanner, and this installation has none. Ask the provider.',
        'later',
      );
    return this.inTurn(call, async () => {
      if (address !== undefined) await scanForViruses(bytes, { address }, performance.now() + SCAN_MS);
      return pagePng(bytes, { page, dpi, grey: false }, this.tools);
    });
  }

  private inTurn<T>(call: Call, work: () => Promise<T>): Promise<T> {
    const { account, mode } = customerOf(call);
    return this.turns.take(`${account}/${mode}`, work, call.gone());
  }
}
