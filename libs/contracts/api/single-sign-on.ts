import { z } from 'zod';
import { idOf, moment } from './shapes.ts';
import { emailAddress } from './session.ts';

const DISCOVERY = /\/\.well-known\/openid-configuration\/?$/;

/** An issuer as OpenID Connect names it; who pastes the address of its discovery document means the issuer. */
const issuer = z
  .string()
  .trim()
  .max(500)
  .transform((text) => text.replace(DISCOVERY, ''))
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'An address: https://…')
  .refine((text) => !URL.canParse(text) || new URL(text).search + new URL(text).hash === '', 'Nothing behind ? or #')
  .describe('`https://login.example.org/realms/main`; its discovery document is read there');

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u, 'A domain: example.org');

/** Where the people of an account, or the provider's own, sign in by OpenID Connect. */
export const identityProviderSet = z
  .strictObject({
    issuer,
    clientId: z.string().trim().min(1).max(300).describe('As which Pli is registered there'),
    clientSecret: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .describe('Given there. It is sealed and never shown; left out, the present one stays'),
    domains: z
      .array(domain)
      .min(1)
      .max(20)
      .describe('Of the e-mails that it speaks for: people of other domains it does not sign in'),
    required: z
      .boolean()
      .default(false)
      .describe('No password and no passkey opens these desks. Only who has signed in by it may ask for that'),
    vouches: z
      .boolean()
      .default(false)
      .describe('It asks for a second factor itself: none of ours is asked of who comes from there'),
  })
  .meta({ id: 'IdentityProviderSet' });
export type IdentityProviderSet = z.output<typeof identityProviderSet>;

export const identityProviderView = z
  .object({
    id: idOf('identity_provider'),
    issuer: z.string(),
    clientId: z.string(),
    domains: z.array(z.string()),
    required: z.boolean(),
    vouches: z.boolean(),
    createdAt: moment,
  })
  .meta({ id: 'IdentityProvider' });
export type IdentityProviderView = z.output<typeof identityProviderView>;

export const singleSignOnView = z
  .object({
    redirectUri: z.string().describe('To be registered at the identity provider: where it sends people back to'),
    signedOutUri: z.string().describe('The same for who has signed out there'),
    identityProvider: identityProviderView.nullable(),
  })
  .meta({ id: 'SingleSignOn' });
export type SingleSignOnView = z.output<typeof singleSignOnView>;

export const singleSignOnAsked = z.strictObject({ email: emailAddress }).meta({ id: 'SingleSignOnAsked' });
/** To where the browser goes: an address of the identity provider. */
export const wayThere = z.object({ url: z.string() }).meta({ id: 'WayThere' });
export const singleSignOnAnswer = z
  .strictObject({
    answer: z.string().max(4000).describe('What the identity provider put behind the ? of our page: `code=…&state=…`'),
  })
  .meta({ id: 'SingleSignOnAnswer' });
export const wayOut = z
  .object({ url: z.string().nullable().describe('Where one signs out there; null when it names no such place') })
  .meta({ id: 'WayOut' });
