import type { Account } from '#contracts/api/accounts';
import type { Contract, ContractTerms } from '#contracts/api/contracts';
import type { Site } from '#contracts/api/sites';
import type { PostalAddress } from '#domain/address';
import type { PliApi } from './api-client.ts';

/** The carrier's contracts and how mail under them is franked. */
export const carrierContracts = [
  { carrierContract: 'laposte-specimen', franking: 'printed' },
  { carrierContract: 'port-paye-specimen', franking: 'preprinted' },
] as const;

export type CustomerName = 'company' | 'treasury';

interface Customer {
  readonly account: string;
  readonly sender: PostalAddress;
  readonly terms: ContractTerms;
}

/** Two invented senders: a company that shares lots under the provider's contract, and a tax office with a contract of its own. */
export const customers: Readonly<Record<CustomerName, Customer>> = {
  company: {
    account: 'Atelier Morvan Électricité (démonstration)',
    sender: {
      kind: 'organisation',
      organisation: 'Atelier Morvan Électricité',
      streetNumber: '14',
      street: 'rue des Tanneurs',
      postcode: '21210',
      town: 'Saulieu',
      country: 'FR',
    },
    terms: {
      ...carrierContracts[0],
      contractOwner: 'provider',
      mixing: { providerAllows: true, accountAllows: true },
      services: ['priority', 'economy', 'registered'],
    },
  },
  treasury: {
    account: "Trésorerie du Val d'Authe (démonstration)",
    sender: {
      kind: 'organisation',
      organisation: "Trésorerie du Val d'Authe",
      streetNumber: '3',
      street: "place de l'Hôtel de Ville",
      postcode: '58230',
      town: 'Montsauche-les-Settons',
      country: 'FR',
    },
    terms: {
      ...carrierContracts[1],
      contractOwner: 'account',
      mixing: { providerAllows: false, accountAllows: false },
      services: ['priority', 'registered'],
    },
  },
};

/** Makes an account and binds it to the site where it is missing; gives the account's id. */
export async function prepareCustomer(provider: PliApi, site: Site, name: CustomerName): Promise<string> {
  const { account: title, terms } = customers[name];
  const known = (await provider.all<Account>('/v1/provider/accounts')).find((account) => account.name === title);
  const account = known ?? (await provider.post<Account>('/v1/provider/accounts', { name: title }));
  const contracts = await provider.all<Contract>('/v1/provider/contracts');
  if (!contracts.some(({ accountId, siteId }) => accountId === account.id && siteId === site.id))
    await provider.post('/v1/provider/contracts', { accountId: account.id, siteId: site.id, terms });
  return account.id;
}
