import { z } from 'zod';
import { displayName, moment } from './shapes.ts';
import { deskKinds, emailAddress, language } from './session.ts';
import { deskRoles } from './desk-roles.ts';

/** Out of the fragment of a link that was sent by mail: it never stands in an address that a server or a log sees. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'The token of the link, as the mail has it');
export const newPassword = z
  .string()
  .min(1)
  .max(1000)
  .describe('At least 15 characters; a sentence is good. Common ones, and your own names, are refused');

export const linkAsked = z.strictObject({ token: linkToken }).meta({ id: 'LinkAsked' });
export const linkView = z
  .object({
    kind: z.enum(['invitation', 'recovery']),
    email: z.string(),
    name: z.string(),
    language,
    desk: z
      .object({ kind: z.enum(deskKinds), role: z.enum(deskRoles), name: z.string() })
      .nullable()
      .describe('To which one is invited'),
    asksPassword: z.boolean().describe('Whether a password is chosen now'),
    singleSignOn: z
      .enum(['none', 'offered', 'required'])
      .describe('Whether one accepts by signing in at one’s organisation: may, or must'),
    expiresAt: moment,
  })
  .meta({ id: 'Link' });
export type LinkView = z.output<typeof linkView>;

export const invitationAccepted = z
  .strictObject({
    token: linkToken,
    password: newPassword.optional().describe('Where one is asked'),
    name: displayName.optional(),
    language: language.optional(),
  })
  .meta({ id: 'InvitationAccepted' });
export type InvitationAccepted = z.output<typeof invitationAccepted>;

export const recoveryAsked = z.strictObject({ email: emailAddress }).meta({ id: 'RecoveryAsked' });
export const recoveryCompleted = z
  .strictObject({ token: linkToken, password: newPassword })
  .meta({ id: 'RecoveryCompleted' });
export type RecoveryCompleted = z.output<typeof recoveryCompleted>;
