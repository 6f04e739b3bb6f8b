import { MailError } from './mail-error.ts';

/** What an account asks of the cost centre of its orders: any text or none; none or one of its list; one of its list. */
export const costCentreRules = ['free', 'listed', 'required'] as const;
export type CostCentreRule = (typeof costCentreRules)[number];

/**
 * Judges the cost centre of an order that is made firm.
 * @param named as the order names it; null for none
 * @param isListed whether it is an active one of the account's list
 * @returns why it is refused, undefined when all is well
 */
export function costCentreFault(rule: CostCentreRule, named: string | null, isListed: boolean): MailError | undefined {
  if (rule === 'free') return undefined;
  if (named === null)
    return rule === 'required'
      ? new MailError(
          'cost_centre_missing',
          'This account asks every order to name one of its cost centres: give options.costCentre.',
        )
      : undefined;
  if (isListed) return undefined;
  return new MailError(
    'cost_centre_unknown',
    "The cost centre is not an active one of the account's list. Take one of the list, or ask an administrator to add it.",
  );
}
