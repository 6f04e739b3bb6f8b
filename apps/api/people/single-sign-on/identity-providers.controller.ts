import { Body, Controller, Param } from '@nestjs/common';
import { idOf } from '#contracts/api/shapes';
import { identityProviderSet, singleSignOnView, type IdentityProviderSet } from '#contracts/api/single-sign-on';
import { Asked } from '../../http/call.ts';
import type { Call } from '../../http/caller.ts';
import { Route } from '../../http/route.ts';
import { IdentityProvidersService } from './identity-providers.service.ts';

const ofAccount = 'People: single sign-on of the account';
const ofProvider = 'Provider: single sign-on';
const customer = <const S extends string>(scope: S) => ({ role: 'customer', scope }) as const;
const provider = <const S extends string>(scope: S) => ({ role: 'provider', scope }) as const;
const description =
  'OpenID Connect: authorization code with PKCE. It signs in people who are invited or work here already, found by an e-mail that it has verified; it makes nobody.';
const answer = { status: 200, schema: singleSignOnView } as const;
const problems = [
  'issuer_refused',
  'issuer_unreadable',
  'client_secret_missing',
  'right_not_held',
  'mail_domain_refused',
  'single_sign_on_untried',
];

@Controller()
export class IdentityProvidersController {
  constructor(private readonly providers: IdentityProvidersService) {}

  @Route('GET', '/v1/identity-provider', {
    tag: ofAccount,
    summary: 'Where the people of the account sign in',
    access: customer('people:read'),
    answer,
  })
  view(@Asked() call: Call) {
    return this.providers.view(call);
  }

  @Route('PUT', '/v1/identity-provider', {
    tag: ofAccount,
    summary: 'Set up an identity provider, or change it',
    description,
    access: customer('people:write'),
    answer,
    problems,
  })
  set(@Asked() call: Call, @Body({ schema: identityProviderSet }) body: IdentityProviderSet) {
    return this.providers.set(call, body);
  }

  @Route('DELETE', '/v1/identity-provider', {
    tag: ofAccount,
    summary: 'Sign in by it no more',
    access: customer('people:write'),
    answer: { status: 204 },
  })
  remove(@Asked() call: Call) {
    return this.providers.remove(call);
  }

  @Route('GET', '/v1/provider/identity-provider', {
    tag: ofProvider,
    summary: 'Where the provider’s own people sign in',
    access: provider('staff:read'),
    answer,
  })
  viewOwn(@Asked() call: Call) {
    return this.providers.view(call);
  }

  @Route('PUT', '/v1/provider/identity-provider', {
    tag: ofProvider,
    summary: 'Set up the identity provider of the provider’s own people, or change it',
    description,
    access: provider('staff:write'),
    answer,
    problems,
  })
  setOwn(@Asked() call: Call, @Body({ schema: identityProviderSet }) body: IdentityProviderSet) {
    return this.providers.set(call, body);
  }

  @Route('DELETE', '/v1/provider/identity-provider', {
    tag: ofProvider,
    summary: 'Sign the provider’s own people in by it no more',
    access: provider('staff:write'),
    answer: { status: 204 },
  })
  removeOwn(@Asked() call: Call) {
    return this.providers.remove(call);
  }

  @Route('DELETE', '/v1/provider/accounts/:id/identity-provider', {
    tag: ofProvider,
    summary: 'Take a customer’s identity provider out of use',
    description: 'For a customer whose people are locked out because it works no more: their own proofs open again.',
    access: provider('staff:write'),
    answer: { status: 204 },
  })
  removeOfAccount(@Asked() call: Call, @Param('id', { schema: idOf('account') }) account: string) {
    return this.providers.remove(call, account);
  }
}
