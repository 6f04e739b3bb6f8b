import { Body, Controller } from '@nestjs/common';
import type { z } from 'zod';
import {
  invitationAccepted,
  linkAsked,
  linkView,
  recoveryAsked,
  recoveryCompleted,
  type InvitationAccepted,
  type RecoveryCompleted,
} from '#contracts/api/links';
import { sessionView } from '#contracts/api/session';
import { Route } from '../http/route.ts';
import { Visiting, type Visit } from '../http/visit.ts';
import { LinksService } from './links.service.ts';

const tag = 'People: invitation and recovery';

@Controller()
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Route('POST', '/v1/links/look', {
    tag,
    summary: 'What a link out of a mail is for',
    access: 'visitor',
    answer: { status: 200, schema: linkView },
    problems: ['link_over', 'too_many_tries'],
  })
  look(@Visiting() visit: Visit, @Body({ schema: linkAsked }) { token }: z.output<typeof linkAsked>) {
    return this.links.look(visit, token);
  }

  @Route('POST', '/v1/invitations/accept', {
    tag,
    summary: 'Accept an invitation',
    description:
      'Who is new chooses a password and is signed in. Who is known already keeps theirs: the answer is null, and they sign in.',
    access: 'visitor',
    answer: { status: 200, schema: sessionView.nullable() },
    problems: ['single_sign_on_required', 'link_over', 'password_missing', 'password_refused', 'too_many_tries'],
  })
  accept(@Visiting() visit: Visit, @Body({ schema: invitationAccepted }) body: InvitationAccepted) {
    return this.links.accept(visit, body);
  }

  @Route('POST', '/v1/recoveries', {
    tag,
    summary: 'Ask for the way back by mail',
    description: 'The answer is the same whether anybody has the e-mail or not.',
    access: 'visitor',
    answer: { status: 204 },
    problems: ['too_many_tries'],
  })
  ask(@Visiting() visit: Visit, @Body({ schema: recoveryAsked }) { email }: z.output<typeof recoveryAsked>) {
    return this.links.askRecovery(visit, email);
  }

  @Route('POST', '/v1/recoveries/complete', {
    tag,
    summary: 'Choose a new password by the link',
    description: 'All sessions of the person end. A second factor is asked as ever.',
    access: 'visitor',
    answer: { status: 200, schema: sessionView },
    problems: ['single_sign_on_required', 'link_over', 'password_refused', 'too_many_tries'],
  })
  recover(@Visiting() visit: Visit, @Body({ schema: recoveryCompleted }) body: RecoveryCompleted) {
    return this.links.recover(visit, body);
  }
}
