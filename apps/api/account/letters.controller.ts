import { Body, Controller, Param, Query, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { MailError } from '#domain/mail-error';
import {
  depositExtract,
  letter,
  letterPage,
  letterQuery,
  letterSearch,
  type LetterQuery,
  type LetterSearch,
} from '#contracts/api/letters';
import { previewPageNumber } from '#contracts/api/previews';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { DepositExtractService } from './deposit-extract.service.ts';
import { LetterPages } from './letter-pages.ts';
import { LettersService } from './letters.service.ts';

const tag = 'Letters';
const access = { role: 'customer', scope: 'orders:read' } as const;
const id = idOf('letter');

@Controller()
export class LettersController {
  constructor(
    private readonly letters: LettersService,
    private readonly deposits: DepositExtractService,
    private readonly pages: LetterPages,
  ) {}

  @Route('GET', '/v1/letters', { tag, summary: 'List letters', access, answer: { status: 200, schema: letterPage } })
  list(@Asked() call: Call, @Query({ schema: letterQuery }) query: LetterQuery) {
    return this.letters.list(call, query);
  }

  @Route('POST', '/v1/letters/search', {
    tag,
    summary: 'Find letters by reference, registered number, name or postcode',
    description:
      'A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key.',
    access,
    answer: { status: 200, schema: letterPage },
  })
  search(@Asked() call: Call, @Body({ schema: letterSearch }) body: LetterSearch) {
    return this.letters.search(call, body);
  }

  @Route('GET', '/v1/letters/:id', {
    tag,
    summary: 'One letter: its state, its story, and what it waits for',
    access,
    answer: { status: 200, schema: letter },
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) letterId: string) {
    return this.letters.one(call, letterId);
  }

  @Route('GET', '/v1/letters/:id/composed.pdf', {
    tag,
    summary: 'The composed pages, as they are printed',
    access,
    answer: { status: 200, media: ['application/pdf'] },
    problems: ['letter_not_composed', 'content_erased'],
  })
  async composed(@Asked() call: Call, @Param('id', { schema: id }) letterId: string) {
    return new StreamableFile(await this.letters.composed(call, letterId), { type: 'application/pdf' });
  }

  @Route('GET', '/v1/letters/:id/pages/:number.png', {
    tag,
    summary: 'One of the composed pages as a picture',
    description: 'In grey when the letter is printed in black.',
    access,
    answer: { status: 200, media: ['image/png'] },
    problems: ['letter_not_composed', 'content_erased', 'raster_failed'],
  })
  async page(
    @Asked() call: Call,
    @Param('id', { schema: id }) letterId: string,
    @Param('number', { schema: previewPageNumber }) number: number,
  ) {
    return new StreamableFile(await this.pages.png(call, letterId, number), { type: 'image/png' });
  }

  @Route('GET', '/v1/letters/:id/deposit', {
    tag,
    summary: "The deposit a letter went with: the account's own letters in it",
    description: 'JSON, or a PDF to file when the Accept header asks for application/pdf.',
    access,
    answer: { status: 200, schema: depositExtract, media: ['application/pdf'] },
    problems: ['letter_not_handed_over', 'not_acceptable'],
  })
  async deposit(@Asked() call: Call, @Param('id', { schema: id }) letterId: string, @Req() request: Request) {
    const type = request.accepts(['application/json', 'application/pdf']);
    if (type === false)
      throw new MailError('not_acceptable', 'The extract can be had as application/json or application/pdf.');
    if (type === 'application/json') return this.deposits.json(call, letterId);
    return new StreamableFile(await this.deposits.pdf(call, letterId), { type: 'application/pdf' });
  }
}
