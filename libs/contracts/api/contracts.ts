import { z } from 'zod';
import { cancellationTerms } from '#domain/cancellation';
import { frankingModes } from '#domain/franking';
import { serviceNames } from '#domain/services';
import { code, dated, givenMoment, idOf, mode, pageOf, sitePageQuery } from './shapes.ts';

/** What an account and a site agreed: under which carrier contract its mail goes, how it is franked, and whether it may share lots. */
export const contractTerms = z
  .strictObject({
    carrierContract: code.describe("The contract with the carrier: the postage counter's and the lot key's"),
    contractOwner: z.enum(['provider', 'account']).describe('Whose contract with the carrier that is'),
    franking: z.enum(frankingModes),
    mixing: z
      .strictObject({ providerAllows: z.boolean(), accountAllows: z.boolean() })
      .describe(
        "Whether pieces may share a lot with other accounts'; only under the provider's contract, and when both allow it",
      ),
    services: z.array(z.enum(serviceNames)).min(1).describe('What the account may order here'),
    cancellation: z
      .enum(cancellationTerms)
      .default('none')
      .describe(
        'Until when the account may cancel a letter: before a lot takes it, or before its deposit closes (what is paper by then is spoiled at the expense agreed)',
      ),
  })
  .meta({ id: 'ContractTerms' });
export type ContractTerms = z.output<typeof contractTerms>;

export const newContract = z
  .strictObject({
    accountId: idOf('account'),
    siteId: idOf('site'),
    terms: contractTerms,
    validFrom: givenMoment.optional().describe('Now when left out'),
  })
  .meta({ id: 'NewContract' });
export const newContractVersion = z
  .strictObject({
    terms: contractTerms,
    validFrom: givenMoment.optional().describe('Now when left out; the version before ends then'),
  })
  .meta({ id: 'NewContractVersion' });

export const contract = z
  .object({
    id: idOf('contract').describe('This version'),
    contractId: idOf('contract').describe('The same for all versions'),
    version: z.number().int(),
    accountId: idOf('account'),
    siteId: idOf('site'),
    mode,
    terms: contractTerms,
    ...dated,
  })
  .meta({ id: 'Contract' });
export type Contract = z.output<typeof contract>;
export const contractPage = pageOf(contract);
export const contractQuery = sitePageQuery.extend({ accountId: idOf('account').optional() });
export type ContractQuery = z.output<typeof contractQuery>;
