import { Body, Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { sessionView } from '#contracts/api/session';
import { singleSignOnAnswer, singleSignOnAsked, wayOut, wayThere } from '#contracts/api/single-sign-on';
import { PublicAddress } from '../../http/public-address.ts';
import { Route } from '../../http/route.ts';
import { Visiting, type Visit } from '../../http/visit.ts';
import { flowInCookie } from './flow-cookie.ts';
import { SingleSignOnService } from './single-sign-on.service.ts';

const tag = 'People: session';

@Controller()
export class SingleSignOnController {
  constructor(
    private readonly singleSignOn: SingleSignOnService,
    private readonly publicAddress: PublicAddress,
  ) {}

  @Route('POST', '/v1/session/single-sign-on', {
    tag,
    summary: 'Begin to sign in at one’s organisation',
    description: 'Tells where the browser goes; the identity provider sends it back to our page.',
    access: 'visitor',
    answer: { status: 200, schema: wayThere },
    problems: ['single_sign_on_missing', 'identity_provider_unreachable', 'issuer_refused', 'too_many_tries'],
  })
  begin(@Visiting() visit: Visit, @Body({ schema: singleSignOnAsked }) { email }: z.output<typeof singleSignOnAsked>) {
    return this.singleSignOn.begin(visit, email);
  }

  @Route('POST', '/v1/session/single-sign-on/complete', {
    tag,
    summary: 'Sign in with what one’s organisation sent the browser back with',
    description: 'Good once, for ten minutes, in the browser that went.',
    access: 'visitor',
    answer: { status: 200, schema: sessionView },
    problems: [
      'single_sign_on_refused',
      'single_sign_on_unknown',
      'mail_not_verified',
      'subject_differs',
      'identity_provider_unreachable',
      'issuer_refused',
      'too_many_tries',
    ],
  })
  complete(
    @Visiting() visit: Visit,
    @Req() request: Request,
    @Body({ schema: singleSignOnAnswer }) { answer }: z.output<typeof singleSignOnAnswer>,
  ) {
    return this.singleSignOn.complete(visit, flowInCookie(request, this.publicAddress.isSecure), answer);
  }

  @Route('DELETE', '/v1/session/single-sign-on', {
    tag,
    summary: 'Sign out here, and learn where one signs out at one’s organisation',
    access: 'begun',
    answer: { status: 200, schema: wayOut },
  })
  end(@Visiting() visit: Visit) {
    return this.singleSignOn.end(visit);
  }
}
