import { Body, Controller, Param } from '@nestjs/common';
import { idOf } from '#contracts/api/shapes';
import { splitAnswer, splitRequest, type SplitRequest } from '#contracts/api/splitting';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { SplittingService } from './splitting.service.ts';

@Controller()
export class SplittingController {
  constructor(private readonly splitting: SplittingService) {}

  @Route('POST', '/v1/documents/:id/split', {
    tag: 'Documents',
    summary: 'Find the letters in one long document',
    description:
      'By a number of pages, by text in a zone of the page, or by barcode. Nothing is stored: give each letter the part as its content ' +
      "({kind: 'document', documentId, pages}), and the address lines to POST /v1/addresses/check.",
    access: { role: 'customer', scope: 'documents:read' },
    answer: { status: 200, schema: splitAnswer },
    problems: [
      'content_erased',
      'split_nothing_found',
      'split_takes_too_long',
      'raster_failed',
      'document_too_heavy',
      'machine_busy',
    ],
  })
  split(
    @Asked() call: Call,
    @Param('id', { schema: idOf('document') }) documentId: string,
    @Body({ schema: splitRequest }) request: SplitRequest,
  ) {
    return this.splitting.split(call, documentId, request);
  }
}
