import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import {
  newPreview,
  newPreviewQuery,
  preview,
  previewPageNumber,
  previewPageQuery,
  previewPdfQuery,
  previewQuery,
  type NewPreview,
  type PreviewPageQuery,
  type PreviewPdfQuery,
} from '#contracts/api/previews';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { PreviewPages } from './preview-pages.ts';
import { PreviewViews } from './preview-views.ts';
import { PreviewsService } from './previews.service.ts';

const tag = 'Previews';
const read = { role: 'customer', scope: 'orders:read' } as const;
const id = idOf('preview');
const unseen = ['preview_not_ready', 'preview_refused', 'content_erased'];

@Controller()
export class PreviewsController {
  constructor(
    private readonly previews: PreviewsService,
    private readonly views: PreviewViews,
    private readonly pages: PreviewPages,
  ) {}

  @Route('POST', '/v1/previews', {
    tag,
    summary: 'Make a letter to look at before it is ordered',
    description:
      'What can be told without a print room is refused at once, as in an order. The rest is made as the order’s letter would be: `ready` with its pages, weight, price and warnings, or `refused` with its problems. Most are made while the call waits; when the answer is still `making`, ask for it again. Nothing is ordered. Repeated with its key, it answers how the same preview stands now.',
    access: { role: 'customer', scope: 'orders:write' },
    once: true,
    body: { media: 'application/json', mostBytes: 1024 * 1024 },
    answer: { status: 202, schema: preview, description: 'Ready, refused, or still in the making' },
    problems: [
      'previews_too_many',
      'letters_invalid',
      'order_not_makeable',
      'order_not_draft',
      'template_data_invalid',
      'template_version_unknown',
      'document_unknown',
      'document_not_accepted',
      'page_range_invalid',
      'address_line_too_long',
      'address_character',
      'contract_missing',
      'site_needed',
      'site_suspended',
      'account_suspended',
      'profile_not_valid',
      'live_site_not_ready',
    ],
  })
  async create(
    @Asked() call: Call,
    @Query({ schema: newPreviewQuery }) { wait }: z.output<typeof newPreviewQuery>,
    @Body({ schema: newPreview }) body: NewPreview,
  ) {
    const made = await this.previews.create(call, body);
    return this.views.settled(call, made.id, wait);
  }

  @Route('GET', '/v1/previews/:id', {
    tag,
    summary: 'One preview: how the letter would be made, or why it cannot be',
    access: read,
    answer: { status: 200, schema: preview },
  })
  one(
    @Asked() call: Call,
    @Param('id', { schema: id }) previewId: string,
    @Query({ schema: previewQuery }) { wait }: z.output<typeof previewQuery>,
  ) {
    return this.views.settled(call, previewId, wait);
  }

  @Route('GET', '/v1/previews/:id/letter.pdf', {
    tag,
    summary: 'The pages as they will be printed',
    description:
      'An order of the same letter prints these very bytes, and fills in the marks of each copy where the placeholders stand.',
    access: read,
    answer: { status: 200, media: ['application/pdf'] },
    problems: unseen,
  })
  async letter(
    @Asked() call: Call,
    @Param('id', { schema: id }) previewId: string,
    @Query({ schema: previewPdfQuery }) { marks }: PreviewPdfQuery,
  ) {
    return new StreamableFile(await this.pages.pdf(call, previewId, marks), { type: 'application/pdf' });
  }

  @Route('GET', '/v1/previews/:id/pages/:number.png', {
    tag,
    summary: 'One page as a picture, with the window and the zones drawn over it when asked for',
    description: 'In grey when the letter is printed in black; with zones always in colour.',
    access: read,
    answer: { status: 200, media: ['image/png'] },
    problems: [...unseen, 'raster_failed'],
  })
  async page(
    @Asked() call: Call,
    @Param('id', { schema: id }) previewId: string,
    @Param('number', { schema: previewPageNumber }) number: number,
    @Query({ schema: previewPageQuery }) query: PreviewPageQuery,
  ) {
    return new StreamableFile(await this.pages.png(call, previewId, number, query), { type: 'image/png' });
  }
}
