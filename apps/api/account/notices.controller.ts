import { Body, Controller, Param } from '@nestjs/common';
import {
  confirmationAsked,
  noticeKind,
  noticeList,
  noticeSettings,
  noticeView,
  type ConfirmationAsked,
  type NoticeSettings,
} from '#contracts/api/notices';
import type { NoticeKind } from '#domain/telling';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { NoticesService } from './notices.service.ts';

const tag = 'Mail notices';
const read = { role: 'customer', scope: 'webhooks:read' } as const;
const write = { role: 'customer', scope: 'webhooks:write' } as const;

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Route('GET', '/v1/notices', {
    tag,
    summary: 'List the mail notices that are on',
    access: read,
    answer: { status: 200, schema: noticeList },
  })
  list(@Asked() call: Call) {
    return this.notices.list(call);
  }

  @Route('PUT', '/v1/notices/:kind', {
    tag,
    summary: 'Have mails sent when something of a kind happens',
    description:
      'Several events come in one mail, at most one mail in ten minutes of each kind. It names orders and letters by their ids, nobody by name or address. An address that is new to the account is sent a link first; what happens until its reader says yes is told then.',
    access: write,
    answer: { status: 200, schema: noticeView },
    problems: ['mail_not_set_up', 'confirmations_full'],
  })
  set(
    @Asked() call: Call,
    @Param('kind', { schema: noticeKind }) kind: NoticeKind,
    @Body({ schema: noticeSettings }) body: NoticeSettings,
  ) {
    return this.notices.set(call, kind, body);
  }

  @Route('PUT', '/v1/notices/:kind/confirmation', {
    tag,
    summary: 'Send another link to an address that is not confirmed',
    description: 'The former link is good no more.',
    access: write,
    answer: { status: 200, schema: noticeView },
    problems: ['not_found', 'mail_not_set_up', 'confirmation_sent', 'confirmations_full'],
  })
  askAgain(
    @Asked() call: Call,
    @Param('kind', { schema: noticeKind }) kind: NoticeKind,
    @Body({ schema: confirmationAsked }) { address }: ConfirmationAsked,
  ) {
    return this.notices.askAgain(call, kind, address);
  }

  @Route('DELETE', '/v1/notices/:kind', {
    tag,
    summary: 'Send no more mails of that kind; the addresses are erased',
    access: write,
    answer: { status: 204 },
    problems: ['not_found'],
  })
  remove(@Asked() call: Call, @Param('kind', { schema: noticeKind }) kind: NoticeKind) {
    return this.notices.remove(call, kind);
  }
}
