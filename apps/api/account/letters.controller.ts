import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import { letter, letterPage, letterQuery, letterSearch, type LetterQuery, type LetterSearch } from '#contracts/api/letters';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { LettersService } from './letters.service.ts';

const tag = 'Letters';
const access = { role: 'customer', scope: 'orders:read' } as const;
const id = idOf('letter');

@Controller()
export class LettersController {
  constructor(private readonly letters: LettersService) {}

  @Route('GET', '/v1/letters', { tag, summary: 'List letters', access, answer: { status: 200, schema: letterPage } })
  list(@Asked() call: Call, @Query({ schema: letterQuery }) query: LetterQuery) {
    return this.letters.list(call, query);
  }

  @Route('POST', '/v1/letters/search', {
    tag,
    summary: 'Find letters by reference, registered number, name or postcode',
    description: 'A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key.',
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
}
