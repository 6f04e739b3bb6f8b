import { z } from 'zod';
import { isSiret, readSiret } from '#domain/people/siret';
import { displayName, idOf, moment, pageOf } from './shapes.ts';

export const accountStates = ['active', 'suspended'] as const;
/** What is known of the organisation's SIRET: nothing, what it says itself, or that the provider has checked it. */
export const verifications = ['none', 'claimed', 'verified'] as const;

/** As people write it, blanks and all; it is kept as 14 digits. */
export const siret = z
  .string()
  .max(40)
  .transform((text) => readSiret(text) ?? '')
  .refine(isSiret, 'A SIRET: 14 digits of which the last ones check the others (Luhn’s rule)')
  .describe('The number of the establishment, by INSEE');

export const accountReasons = ['unpaid', 'misuse', 'asked_by_customer', 'contract_ended', 'settled', 'other'] as const;

export const newAccount = z
  .strictObject({ name: displayName.describe('The customer organisation'), siret: siret.optional() })
  .meta({ id: 'NewAccount' });
export const accountChange = z
  .strictObject({
    name: displayName.optional(),
    state: z.enum(accountStates).optional().describe('A suspended account submits nothing'),
    siret: siret.optional(),
    verified: z.boolean().optional().describe('Whether the provider has checked who the organisation is'),
    reason: z.enum(accountReasons).optional().describe('Why its state changes; the ledger keeps it'),
  })
  .meta({ id: 'AccountChange' });

export const accountClaim = z.strictObject({ siret }).meta({ id: 'AccountClaim' });

export const account = z
  .object({
    id: idOf('account'),
    name: z.string(),
    state: z.enum(accountStates),
    createdAt: moment,
    siret: z.string().nullable(),
    verification: z.enum(verifications),
    verifiedAt: moment.nullable(),
  })
  .meta({ id: 'Account' });
export type Account = z.output<typeof account>;
export const accountPage = pageOf(account);
