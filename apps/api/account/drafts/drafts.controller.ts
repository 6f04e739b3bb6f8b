import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  draft,
  draftCheck,
  draftCheckRequest,
  draftLetter,
  draftLetterPage,
  draftPage,
  draftQuery,
  draftsOnlyLetter,
  estimate,
  estimateQuery,
  preparation,
  repeated,
  sameInAll,
  type DraftCheckRequest,
  type DraftsOnlyLetter,
  type EstimateQuery,
  type Preparation,
  type SameInAll,
} from '#contracts/api/drafts';
import { idOf, pageQuery, type PageQuery } from '#contracts/api/shapes';
import { Asked } from '../../http/call.ts';
import type { Call } from '../../http/caller.ts';
import { Route } from '../../http/route.ts';
import { DraftCheck } from './draft-check.ts';
import { DraftEstimate } from './draft-estimate.ts';
import { DraftLettersService } from './draft-letters.service.ts';
import { DraftViews } from './draft-views.ts';
import { RepeatOrder } from './repeat-order.ts';

const tag = 'Drafts';
const read = { role: 'customer', scope: 'orders:read' } as const;
const write = { role: 'customer', scope: 'orders:write' } as const;
const id = idOf('order');
const letterBody = { media: 'application/json', mostBytes: 1024 * 1024 } as const;
const letterProblems = ['order_not_draft', 'letters_invalid', 'template_data_too_slow'];

@Controller()
export class DraftsController {
  constructor(
    private readonly views: DraftViews,
    private readonly letters: DraftLettersService,
    private readonly drafts: DraftCheck,
    private readonly estimates: DraftEstimate,
    private readonly repeats: RepeatOrder,
  ) {}

  @Route('GET', '/v1/drafts', {
    tag,
    summary: 'List drafts, the newest first, and what each still needs',
    access: read,
    answer: { status: 200, schema: draftPage },
  })
  list(@Asked() call: Call, @Query({ schema: draftQuery }) query: z.output<typeof draftQuery>) {
    return this.views.list(call, query);
  }

  @Route('GET', '/v1/drafts/:id', {
    tag,
    summary: 'One draft, whole, to go on with it',
    access: read,
    answer: { status: 200, schema: draft },
    problems: ['order_not_draft'],
  })
  one(@Asked() call: Call, @Param('id', { schema: id }) orderId: string) {
    return this.views.one(call, orderId);
  }

  @Route('PUT', '/v1/drafts/:id/preparation', {
    tag,
    summary: 'Keep what is prepared of a draft and no letter yet',
    description: 'It goes when the draft is submitted or deleted. Nothing of it is checked before it becomes a letter.',
    access: write,
    answer: { status: 204 },
    problems: ['order_not_draft'],
  })
  prepare(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: preparation }) body: Preparation,
  ) {
    return this.letters.prepare(call, orderId, body);
  }

  @Route('PUT', '/v1/drafts/:id/letter', {
    tag,
    summary: 'Make a draft a letter to one recipient',
    description: 'The first letter of an empty draft, or in the place of its only one.',
    access: write,
    body: letterBody,
    answer: { status: 200, schema: draftLetter },
    problems: ['draft_of_several', ...letterProblems],
  })
  putOnly(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: draftsOnlyLetter }) { letter }: DraftsOnlyLetter,
  ) {
    return this.letters.putOnly(call, orderId, letter);
  }

  @Route('GET', '/v1/drafts/:id/letters', {
    tag,
    summary: 'The letters of a draft and who they are for',
    access: read,
    answer: { status: 200, schema: draftLetterPage },
    problems: ['order_not_draft'],
  })
  lettersOf(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ) {
    return this.views.letters(call, orderId, query);
  }

  @Route('PATCH', '/v1/drafts/:id/letters', {
    tag,
    summary: 'Make the same in all letters of a draft',
    description: 'What is not named stays in each. All letters change, or none.',
    access: write,
    answer: { status: 204 },
    problems: letterProblems,
  })
  async changeAll(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: sameInAll }) body: SameInAll,
  ) {
    await this.letters.changeAll(call, orderId, body);
  }

  @Route('PUT', '/v1/drafts/:id/letters/:letterId', {
    tag,
    summary: 'Write a letter of a draft anew in its place',
    access: write,
    body: letterBody,
    answer: { status: 200, schema: draftLetter },
    problems: letterProblems,
  })
  change(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Param('letterId', { schema: idOf('letter') }) letterId: string,
    @Body({ schema: draftsOnlyLetter }) { letter }: DraftsOnlyLetter,
  ) {
    return this.letters.change(call, orderId, letterId, letter);
  }

  @Route('POST', '/v1/drafts/:id/check', {
    tag,
    summary: 'Tell all that submission would refuse',
    description: 'Nothing is submitted and nothing is changed; it needs no Idempotency-Key.',
    access: write,
    answer: { status: 200, schema: draftCheck },
    problems: ['order_not_draft'],
  })
  check(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: draftCheckRequest }) body: DraftCheckRequest,
  ) {
    return this.drafts.check(call, orderId, body);
  }

  @Route('GET', '/v1/drafts/:id/estimate', {
    tag,
    summary: 'What a draft will cost, as far as one of its letters tells',
    description:
      'All letters are reckoned with the sheets and the envelope of the one that was looked at; each is weighed when it is composed.',
    access: read,
    answer: { status: 200, schema: estimate },
    problems: ['order_not_draft', 'preview_not_ready', 'profile_not_valid', 'paper_not_stocked'],
  })
  estimate(
    @Asked() call: Call,
    @Param('id', { schema: id }) orderId: string,
    @Query({ schema: estimateQuery }) query: EstimateQuery,
  ) {
    return this.estimates.estimate(call, orderId, query);
  }

  @Route('POST', '/v1/orders/:id/repeat', {
    tag,
    summary: 'Make a draft of a former order',
    description:
      'Its options and, as far as they are not erased, its letters with their documents and templates. `leftOut` says what did not come over.',
    access: write,
    once: true,
    answer: { status: 201, schema: repeated },
    problems: ['order_too_large_to_repeat'],
  })
  repeat(@Asked() call: Call, @Param('id', { schema: id }) orderId: string) {
    return this.repeats.repeat(call, orderId);
  }
}
