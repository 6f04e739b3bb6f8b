import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import {
  authenticatorCode,
  authenticatorOffer,
  me,
  meChange,
  newPasskey,
  passkeyOptions,
  passwordChange,
  recoveryCodes,
  type MeChange,
  type NewPasskey,
  type PasswordChange,
} from '#contracts/api/me';
import { idOf } from '#contracts/api/shapes';
import { Route } from '../http/route.ts';
import { Visiting, type Visit } from '../http/visit.ts';
import { AuthenticatorService } from './authenticator.service.ts';
import { MeService } from './me.service.ts';
import { PasskeysService } from './passkeys.service.ts';

const tag = 'People: own access';
const nothing = z.strictObject({});

/** A person's own access. Second factors may be set up by who has begun to sign in and owes one. */
@Controller()
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly authenticator: AuthenticatorService,
    private readonly passkeys: PasskeysService,
  ) {}

  @Route('GET', '/v1/me', {
    tag,
    summary: 'Name, language, proofs and sessions of the person',
    access: 'person',
    answer: { status: 200, schema: me },
  })
  view(@Visiting() visit: Visit) {
    return this.me.view(visit);
  }

  @Route('PATCH', '/v1/me', {
    tag,
    summary: 'Change name or language',
    access: 'person',
    answer: { status: 200, schema: me },
  })
  change(@Visiting() visit: Visit, @Body({ schema: meChange }) body: MeChange) {
    return this.me.change(visit, body);
  }

  @Route('PUT', '/v1/me/password', {
    tag,
    summary: 'Change the password',
    description: 'Sessions on other devices end.',
    access: 'person',
    answer: { status: 204 },
    problems: ['proofs_elsewhere', 'password_wrong', 'password_refused', 'too_many_tries'],
  })
  changePassword(@Visiting() visit: Visit, @Body({ schema: passwordChange }) body: PasswordChange) {
    return this.me.changePassword(visit, body);
  }

  @Route('DELETE', '/v1/me/sessions/:id', {
    tag,
    summary: 'End a session on another device',
    access: 'person',
    answer: { status: 204 },
  })
  endSession(@Visiting() visit: Visit, @Param('id', { schema: idOf('session') }) id: string) {
    return this.me.endSession(visit, id);
  }

  @Route('POST', '/v1/me/authenticator', {
    tag,
    summary: 'Begin to set up an authenticator (TOTP)',
    access: 'begun',
    answer: { status: 200, schema: authenticatorOffer },
    problems: ['proofs_elsewhere', 'second_factor_missing'],
  })
  offerAuthenticator(@Visiting() visit: Visit, @Body({ schema: nothing }) _body: object) {
    return this.authenticator.offer(visit);
  }

  @Route('POST', '/v1/me/authenticator/confirm', {
    tag,
    summary: 'Take the authenticator into use by a code of it',
    access: 'begun',
    answer: { status: 200, schema: recoveryCodes },
    problems: ['proofs_elsewhere', 'second_factor_refused', 'too_many_tries'],
  })
  confirmAuthenticator(
    @Visiting() visit: Visit,
    @Body({ schema: authenticatorCode }) { code }: z.output<typeof authenticatorCode>,
  ) {
    return this.authenticator.confirm(visit, code);
  }

  @Route('DELETE', '/v1/me/authenticator', {
    tag,
    summary: 'Remove the authenticator',
    access: 'person',
    answer: { status: 204 },
    problems: ['proofs_elsewhere', 'second_factor_last'],
  })
  removeAuthenticator(@Visiting() visit: Visit) {
    return this.authenticator.remove(visit);
  }

  @Route('POST', '/v1/me/recovery-codes', {
    tag,
    summary: 'Make new recovery codes',
    description: 'The former ones are good no more.',
    access: 'person',
    answer: { status: 200, schema: recoveryCodes },
    problems: ['proofs_elsewhere'],
  })
  renewCodes(@Visiting() visit: Visit, @Body({ schema: nothing }) _body: object) {
    return this.authenticator.renewCodes(visit);
  }

  @Route('POST', '/v1/me/passkeys/ask', {
    tag,
    summary: 'Begin to make a passkey',
    access: 'begun',
    answer: { status: 200, schema: passkeyOptions },
    problems: ['proofs_elsewhere', 'second_factor_missing'],
  })
  offerPasskey(@Visiting() visit: Visit, @Body({ schema: nothing }) _body: object) {
    return this.passkeys.offer(visit);
  }

  @Route('POST', '/v1/me/passkeys', {
    tag,
    summary: 'Take a passkey into use',
    access: 'begun',
    answer: { status: 200, schema: recoveryCodes },
    problems: ['proofs_elsewhere', 'passkey_refused'],
  })
  addPasskey(@Visiting() visit: Visit, @Body({ schema: newPasskey }) body: NewPasskey) {
    return this.passkeys.add(visit, body);
  }

  @Route('DELETE', '/v1/me/passkeys/:id', {
    tag,
    summary: 'Remove a passkey',
    access: 'person',
    answer: { status: 204 },
    problems: ['proofs_elsewhere', 'second_factor_last'],
  })
  removePasskey(@Visiting() visit: Visit, @Param('id', { schema: idOf('credential') }) id: string) {
    return this.passkeys.remove(visit, id);
  }
}
