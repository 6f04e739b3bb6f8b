import { Body, Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  deskChoice,
  secondFactorGiven,
  sessionView,
  signIn,
  type DeskChoice,
  type SecondFactorGiven,
  type SignIn,
} from '#contracts/api/session';
import { Route } from '../http/route.ts';
import { Visiting, type Visit } from '../http/visit.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionService } from './session.service.ts';
import { SignInService } from './sign-in.service.ts';

const tag = 'People: session';
const answer = { status: 200, schema: sessionView } as const;
const ending = z.strictObject({
  everywhere: z.enum(['true', 'false']).default('false').describe('On all devices of the person'),
});

@Controller()
export class SessionController {
  constructor(
    private readonly session: SessionService,
    private readonly signIn: SignInService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  @Route('GET', '/v1/session', {
    tag,
    summary: 'Who is signed in, at which desk',
    access: 'begun',
    answer,
    problems: ['session_missing', 'session_ended'],
  })
  view(@Visiting() visit: Visit) {
    return this.session.view(visit);
  }

  @Route('POST', '/v1/session', {
    tag,
    summary: 'Sign in with e-mail and password',
    description:
      'The session travels in a cookie that no script can read. What changes something by a session says `Pli-Console: 1` and comes from our own pages.',
    access: 'visitor',
    answer,
    problems: ['sign_in_refused', 'too_many_tries', 'request_not_from_console'],
  })
  begin(@Visiting() visit: Visit, @Body({ schema: signIn }) body: SignIn) {
    return this.signIn.withPassword(visit, body);
  }

  @Route('POST', '/v1/session/second-factor', {
    tag,
    summary: 'Give the second factor',
    access: 'begun',
    answer,
    problems: ['second_factor_refused', 'too_many_tries'],
  })
  giveSecondFactor(@Visiting() visit: Visit, @Body({ schema: secondFactorGiven }) body: SecondFactorGiven) {
    return this.secondFactor.give(visit, body);
  }

  @Route('PUT', '/v1/session/desk', {
    tag,
    summary: 'Go to another desk, or to its other mode',
    access: 'begun',
    answer,
    problems: ['desk_unknown', 'second_factor_missing'],
  })
  takeDesk(@Visiting() visit: Visit, @Body({ schema: deskChoice }) body: DeskChoice) {
    return this.session.takeDesk(visit, body);
  }

  @Route('DELETE', '/v1/session', {
    tag,
    summary: 'Sign out, here or everywhere',
    access: 'begun',
    answer: { status: 204 },
  })
  end(@Visiting() visit: Visit, @Query({ schema: ending }) { everywhere }: z.output<typeof ending>) {
    return this.session.end(visit, everywhere === 'true');
  }
}
