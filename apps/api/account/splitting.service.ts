import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { SplitAnswer, SplitRequest } from '#contracts/api/splitting';
import { withScratch } from '#documents/scratch';
import { splitPdf } from '#documents/split';
import type { DocumentTools } from '#documents/tools';
import { Turns } from '#documents/turns';
import { rangesOf } from '#domain/page-ranges';
import type { Call } from '../http/caller.ts';
import { TOOLS } from '../parts.ts';
import { DocumentsService } from './documents.service.ts';

/** Says where letters begin in one long document; nothing is stored, letters then name their pages. */
@Injectable()
export class SplittingService {
  /** A long document takes a core for many seconds; orders and uploads must not wait behind it. */
  private readonly turns = new Turns(1);

  constructor(
    private readonly documents: DocumentsService,
    @Inject(TOOLS) private readonly tools: DocumentTools,
  ) {}

  async split(call: Call, documentId: string, { by, addressZone }: SplitRequest): Promise<SplitAnswer> {
    const { pages } = await this.documents.one(call, documentId);
    const pdf = await this.documents.content(call, documentId);
    const { parts, before } = await this.turns.take(() =>
      withScratch(async (folder) => {
        const file = join(folder, 'document.pdf');
        await writeFile(file, pdf);
        return splitPdf(file, pages, by, addressZone, this.tools);
      }),
    );
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
