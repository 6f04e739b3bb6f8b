import { z } from 'zod';
import { deskRoles } from './desk-roles.ts';
import { idOf, jsonObject, mode, moment } from './shapes.ts';

export const deskKinds = ['account', 'site', 'provider', 'audit'] as const;
export type DeskKind = (typeof deskKinds)[number];

export const languages = ['fr', 'en'] as const;
export const language = z.enum(languages).describe('Of the screens and of mails to this person');

/** An e-mail address as people type it. */
export const emailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>"(),;:\\[\]]{1,64}@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]{2,}$/u, 'An e-mail address')
  .meta({ examples: ['claire@example.org'] });
/** A password as it is checked, not as it is chosen: as long as anybody may type. */
const typedPassword = z.string().min(1).max(1000);

/** Where a person works, and what they may do there. */
export const desk = z
  .object({
    id: idOf('membership'),
    kind: z.enum(deskKinds),
    role: z.enum(deskRoles),
    name: z.string().describe('Of the account or the print room'),
    accountId: idOf('account').optional(),
    siteId: idOf('site').optional(),
    mode: mode.optional().describe('In which one works at an account’s desk'),
    modes: z.array(mode).describe('Between which one may choose there'),
    scopes: z.array(z.string()).describe('Rights'),
  })
  .meta({ id: 'Desk' });
export type Desk = z.output<typeof desk>;

export const secondFactors = ['totp', 'passkey', 'recovery_code'] as const;

export const sessionView = z
  .object({
    person: z.object({ id: idOf('person'), name: z.string(), email: z.string(), language }),
    secondFactor: z
      .enum(['done', 'asked', 'to_enrol', 'not_needed'])
      .describe('`asked` and `to_enrol` open nothing but the way on'),
    factors: z.array(z.enum(secondFactors)).describe('What may be given where one is asked'),
    desk: desk.nullable(),
    desks: z.array(desk),
    signedInBy: z.enum(['password', 'passkey', 'single_sign_on']),
    endsAt: moment.describe('At the latest; earlier when it is not used'),
  })
  .meta({ id: 'Session' });
export type SessionView = z.output<typeof sessionView>;

export const signIn = z.strictObject({ email: emailAddress, password: typedPassword }).meta({ id: 'SignIn' });
export type SignIn = z.output<typeof signIn>;

export const secondFactorGiven = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('totp'), code: z.string().regex(/^\d{6}$/, 'Six digits') }),
    z.strictObject({ kind: z.literal('recovery_code'), code: z.string().trim().min(1).max(40) }),
    z.strictObject({ kind: z.literal('passkey'), response: jsonObject }),
  ])
  .meta({ id: 'SecondFactorGiven' });
export type SecondFactorGiven = z.output<typeof secondFactorGiven>;

export const deskChoice = z
  .strictObject({ desk: idOf('membership'), mode: mode.optional().describe('At an account’s desk with both') })
  .meta({ id: 'DeskChoice' });
export type DeskChoice = z.output<typeof deskChoice>;
