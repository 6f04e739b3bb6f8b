import { http, type Schemas } from '../../api/client.ts';
import type { DeskKind } from '../../api/session.ts';

type SingleSignOn = Schemas['SingleSignOn'];
type Given = Schemas['IdentityProviderSet'];

/** The routes of the identity provider of a desk's owner: an account has its own, and so has the provider. */
export const identityProviderAt = (kind: DeskKind) => (kind === 'provider' ? ofProvider : ofAccount);

const ofAccount = {
  path: '/v1/identity-provider',
  keeps: 'people:write',
  read: async () => (await http.GET('/v1/identity-provider')).data as SingleSignOn,
  save: async (body: Given) => (await http.PUT('/v1/identity-provider', { body })).data as SingleSignOn,
  remove: () => http.DELETE('/v1/identity-provider'),
};

const ofProvider: typeof ofAccount = {
  path: '/v1/provider/identity-provider',
  keeps: 'staff:write',
  read: async () => (await http.GET('/v1/provider/identity-provider')).data as SingleSignOn,
  save: async (body) => (await http.PUT('/v1/provider/identity-provider', { body })).data as SingleSignOn,
  remove: () => http.DELETE('/v1/provider/identity-provider'),
};
