import { Body, Controller } from '@nestjs/common';
import type { z } from 'zod';
import { linkAsked } from '#contracts/api/links';
import { noticeLinkView } from '#contracts/api/notices';
import { Route } from '../http/route.ts';
import { Visiting, type Visit } from '../http/visit.ts';
import { NoticeLinksService } from './notice-links.service.ts';

const tag = 'Mail notices';
const problems = ['link_over', 'too_many_tries'] as const;

@Controller()
export class NoticeLinksController {
  constructor(private readonly links: NoticeLinksService) {}

  @Route('POST', '/v1/notice-links/look', {
    tag,
    summary: 'Who would like to send notices to the reader of a mail, by its link',
    access: 'visitor',
    answer: { status: 200, schema: noticeLinkView },
    problems,
  })
  look(@Visiting() visit: Visit, @Body({ schema: linkAsked }) { token }: z.output<typeof linkAsked>) {
    return this.links.look(visit, token);
  }

  @Route('POST', '/v1/notice-links/confirm', {
    tag,
    summary: 'Say yes to the notices, by the link',
    access: 'visitor',
    answer: { status: 204 },
    problems,
  })
  confirm(@Visiting() visit: Visit, @Body({ schema: linkAsked }) { token }: z.output<typeof linkAsked>) {
    return this.links.confirm(visit, token);
  }
}
