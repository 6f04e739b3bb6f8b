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
import { passkeyOptions, passkeySignIn, type PasskeySignIn } from '#contracts/api/me';
import { Route } from '../http/route.ts';
import { Visiting, type Visit } from '../http/visit.ts';
import { PasskeysService } from './passkeys.service.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionService } from './session.service.ts';
import { SignInService } from './sign-in.service.ts';

const tag = 'People: session';
const answer = { status: 200, schema: sessionView } as const;
const nothing = z.strictObject({});
const ending = z.strictObject({
  everywhere: z.enum(['true', 'false']).default('false').describe('On all devices of the person'),
});

@Controller()
export class SessionController {
  constructor(
    private readonly session: SessionService,
    private readonly signIn: SignInService,
    private readonly secondFactor: SecondFactorService,
    private readonly passkeys: PasskeysService,
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
    problems: ['single_sign_on_required', 'sign_in_refused', 'too_many_tries', 'request_not_from_console'],
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
    return body.kind === 'passkey'
      ? this.passkeys.giveSecondFactor(visit, body.response)
      : this.secondFactor.give(visit, body);
  }

  @Route('POST', '/v1/session/second-factor/passkey', {
    tag,
    summary: 'Ask a passkey as second factor',
    access: 'begun',
    answer: { status: 200, schema: passkeyOptions },
  })
  askPasskey(@Visiting() visit: Visit, @Body({ schema: nothing }) _body: object) {
    return this.passkeys.askSecondFactor(visit);
  }

  @Route('POST', '/v1/session/passkey/ask', {
    tag,
    summary: 'Ask for any passkey, to sign in without a password',
    access: 'visitor',
    answer: { status: 200, schema: passkeyOptions },
    problems: ['too_many_tries'],
  })
  askSignIn(@Visiting() visit: Visit, @Body({ schema: nothing }) _body: object) {
    return this.passkeys.askSignIn(visit);
  }

  @Route('POST', '/v1/session/passkey', {
    tag,
    summary: 'Sign in with a passkey',
    access: 'visitor',
    answer,
    problems: ['single_sign_on_required', 'passkey_refused', 'too_many_tries'],
  })
  signInByPasskey(@Visiting() visit: Visit, @Body({ schema: passkeySignIn }) body: PasskeySignIn) {
    return this.passkeys.signIn(visit, body);
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
