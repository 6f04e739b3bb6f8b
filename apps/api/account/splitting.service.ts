import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { SplitAnswer, SplitRequest } from '#contracts/api/splitting';
import { withScratch } from '#documents/scratch';
import { FairTurns } from '#documents/fair-turns';
import { DocumentThreads } from '#documents/threads/document-threads';
import type { DocumentTools } from '#documents/tools';
import { rangesOf } from '#domain/page-ranges';
import { customerOf, type Call } from '../http/caller.ts';
import { TOOLS } from '../parts.ts';
import { DocumentsService } from './documents.service.ts';

/** Splittings of one account in one mode that may wait; more are told to come back. */
const WAITING_AN_ACCOUNT = 10;

/** Says where letters begin in one long document; nothing is stored, letters then name their pages. */
@Injectable()
export class SplittingService {
  /** A long document takes a core for many seconds; orders and uploads must not wait behind it, nor one account behind another. */
  private readonly turns = new FairTurns(1, WAITING_AN_ACCOUNT);

  constructor(
    private readonly documents: DocumentsService,
    @Inject(TOOLS) private readonly tools: DocumentTools,
    private readonly threads: DocumentThreads,
  ) {}

  async split(call: Call, documentId: string, { by, addressZone }: SplitRequest): Promise<SplitAnswer> {
    const { pages } = await this.documents.one(call, documentId);
    const { account, mode } = customerOf(call);
    const cut = () =>
      withScratch(async (folder) => {
        const file = join(folder, 'document.pdf');
        // Read in its turn: those that wait hold no document.
        await writeFile(file, await this.documents.content(call, documentId));
        return this.threads.run('splitPdf', file, pages, by, addressZone, this.tools);
      });
    const { parts, before } = await this.turns.take(`${account}/${mode}`, cut, call.gone());
    return {
      documentId,
      pages,
      parts: parts.map(({ first, last, mark, addressLines }) => ({
        pages: range(first, last),
        count: last - first + 1,
        ...(mark !== null && (by.kind === 'barcode' ? { code: mark } : { text: mark })),
        addressLines: [...addressLines],
      })),
      before: before > 0 ? range(1, before) : null,
    };
  }
}

const range = (first: number, last: number): string =>
  rangesOf(Array.from({ length: last - first + 1 }, (_, i) => first + i));
