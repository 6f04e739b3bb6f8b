import { z } from 'zod';
import { newPassword } from './links.ts';
import { displayName, idOf, jsonObject, moment } from './shapes.ts';
import { language } from './session.ts';

export const me = z
  .object({
    name: z.string(),
    email: z.string(),
    language,
    passwordSetAt: moment.nullable(),
    authenticator: z.object({ createdAt: moment, usedAt: moment.nullable() }).nullable(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(
      z.object({ id: idOf('credential'), label: z.string(), createdAt: moment, usedAt: moment.nullable() }),
    ),
    singleSignOn: z.array(z.object({ issuer: z.string(), createdAt: moment })),
    sessions: z.array(
      z.object({
        id: idOf('session'),
        device: z.string().nullable(),
        createdAt: moment,
        seenAt: moment,
        isThis: z.boolean(),
      }),
    ),
    needsSecondFactor: z.boolean().describe('A desk of theirs is for people with a second factor'),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof me>;

export const meChange = z
  .strictObject({ name: displayName.optional(), language: language.optional() })
  .meta({ id: 'MeChange' });
export type MeChange = z.output<typeof meChange>;

export const passwordChange = z
  .strictObject({ current: z.string().min(1).max(1000), password: newPassword })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.output<typeof passwordChange>;

/** An authenticator that is being set up: it counts once a code of it has been given. */
export const authenticatorOffer = z
  .object({
    secret: z.string().describe('To type in where no picture can be read'),
    uri: z.string().describe('otpauth://…'),
    qr: z.string().describe('The same as a picture (SVG)'),
  })
  .meta({ id: 'AuthenticatorOffer' });
export const authenticatorCode = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits') })
  .meta({ id: 'AuthenticatorCode' });
export const recoveryCodes = z
  .object({
    recoveryCodes: z.array(z.string()).describe('Shown now and never again; empty when there are some already'),
  })
  .meta({ id: 'RecoveryCodes' });

/** What `navigator.credentials` is given, and what it gives back (Web Authentication Level 3); checked by the library that speaks it. */
export const passkeyOptions = z
  .object({
    options: jsonObject,
    flow: z.string().nullable().describe('Give it back with the answer where nobody is signed in yet'),
  })
  .meta({ id: 'PasskeyOptions' });
export const newPasskey = z
  .strictObject({ response: jsonObject, label: displayName.describe('By which it is recognised') })
  .meta({ id: 'NewPasskey' });
export type NewPasskey = z.output<typeof newPasskey>;
export const passkeySignIn = z
  .strictObject({ flow: z.string().max(100), response: jsonObject })
  .meta({ id: 'PasskeySignIn' });
export type PasskeySignIn = z.output<typeof passkeySignIn>;
