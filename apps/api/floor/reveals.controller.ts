import { Body, Controller, Param, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { becauseOnly, type Because } from '#contracts/api/floor';
import { revealed } from '#contracts/api/reveals';
import { idOf } from '#contracts/api/shapes';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { RevealsService } from './reveals.service.ts';

const tag = 'Print room: masking';
const access = { role: 'operator', scope: 'floor:reveal' } as const;
const id = idOf('letter');
const masked = ['reveal_needed', 'reveal_over', 'content_erased'];

@Controller()
export class RevealsController {
  constructor(private readonly reveals: RevealsService) {}

  @Route('POST', '/v1/site/letters/:id/reveal', {
    tag,
    summary: 'Show address and pages of a letter for a few minutes, to the caller alone, with a reason',
    description: 'The sender reads in its own feed who was shown the letter, in which role, why and until when.',
    access,
    answer: { status: 200, schema: revealed },
    problems: ['content_erased'],
  })
  reveal(
    @Asked() call: Call,
    @Param('id', { schema: id }) letterId: string,
    @Body({ schema: becauseOnly }) body: Because,
  ) {
    return this.reveals.reveal(call, letterId, body);
  }

  @Route('GET', '/v1/site/letters/:id/revealed', {
    tag,
    summary: 'What the caller may still see of a letter',
    access,
    answer: { status: 200, schema: revealed },
    problems: masked,
  })
  revealed(@Asked() call: Call, @Param('id', { schema: id }) letterId: string) {
    return this.reveals.revealed(call, letterId);
  }

  @Route('GET', '/v1/site/letters/:id/revealed/:page.png', {
    tag,
    summary: 'One page of a revealed letter as a picture',
    access,
    answer: { status: 200, media: ['image/png'] },
    problems: [...masked, 'letter_not_composed', 'raster_failed'],
  })
  async page(
    @Asked() call: Call,
    @Param('id', { schema: id }) letterId: string,
    @Param('page', { schema: z.coerce.number().int().min(1).max(10_000) }) page: number,
  ) {
    return new StreamableFile(await this.reveals.page(call, letterId, page), { type: 'image/png' });
  }
}
