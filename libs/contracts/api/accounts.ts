import { z } from 'zod';
import { displayName, idOf, moment, pageOf } from './shapes.ts';

export const accountStates = ['active', 'suspended'] as const;

export const newAccount = z
  .strictObject({ name: displayName.describe('The customer organisation') })
  .meta({ id: 'NewAccount' });
export const accountChange = z
  .strictObject({
    name: displayName.optional(),
    state: z.enum(accountStates).optional().describe('A suspended account submits nothing'),
  })
  .meta({ id: 'AccountChange' });

export const account = z
  .object({ id: idOf('account'), name: z.string(), state: z.enum(accountStates), createdAt: moment })
  .meta({ id: 'Account' });
export type Account = z.output<typeof account>;
export const accountPage = pageOf(account);
