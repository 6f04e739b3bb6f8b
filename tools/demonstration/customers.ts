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

export const customerNames = ['electrician', 'nursery', 'manager', 'community'] as const;
export type CustomerName = (typeof customerNames)[number];

/** An account of the demonstration: who sends, as the window says it, and what it agreed with the print room. */
interface Customer {
  readonly sender: PostalAddress & { readonly organisation: string };
  readonly terms: ContractTerms;
}

/** Pieces of these accounts may share a lot: they go under the provider's contract with the carrier. */
const shared: ContractTerms = {
  ...carrierContracts[0],
  contractOwner: 'provider',
  mixing: { providerAllows: true, accountAllows: true },
  services: ['priority', 'economy', 'registered'],
  cancellation: 'before_hand_over',
};
/** As above, but its pieces stay among themselves. */
const alone: ContractTerms = { ...shared, mixing: { providerAllows: true, accountAllows: false } };
/** A contract with the carrier of the account's own, on envelopes printed with it beforehand. */
const own: ContractTerms = {
  ...carrierContracts[1],
  contractOwner: 'account',
  mixing: { providerAllows: false, accountAllows: false },
  services: ['priority', 'registered'],
  cancellation: 'before_production',
};

/** Invented senders, those of the sample documents. */
export const customers: Readonly<Record<CustomerName, Customer>> = {
  electrician: {
    sender: organisation('Atelier Morvan Électricité', '14', 'rue des Tanneurs', '21210', 'Saulieu'),
    terms: shared,
  },
  nursery: {
    sender: organisation("Pépinières du Val d'Orbe", undefined, 'route de Cormatin', '71460', 'Saint-Gengoux'),
    terms: shared,
  },
  manager: {
    sender: organisation('Cabinet Rivoire', '8', 'quai des Célestins', '69002', 'Lyon'),
    terms: alone,
  },
  community: {
    sender: organisation("Communauté de l'Orvanne", '3', 'place du Marché', '77250', 'Saint-Ange-le-Vieil'),
    terms: own,
  },
};

function organisation(name: string, streetNumber: string | undefined, street: string, postcode: string, town: string) {
  return {
    kind: 'organisation',
    organisation: name,
    ...(streetNumber && { streetNumber }),
    street,
    postcode,
    town,
    country: 'FR',
  } as const;
}

/** Makes an account and binds it to the site where it is missing; gives the account's id. */
export async function prepareCustomer(provider: PliApi, site: Site, name: CustomerName): Promise<string> {
  const { sender, terms } = customers[name];
  const title = `${sender.organisation} (démonstration)`;
  const known = (await provider.all<Account>('/v1/provider/accounts')).find((account) => account.name === title);
  const account = known ?? (await provider.post<Account>('/v1/provider/accounts', { name: title }));
  const contracts = await provider.all<Contract>('/v1/provider/contracts');
  if (!contracts.some(({ accountId, siteId }) => accountId === account.id && siteId === site.id))
    await provider.post('/v1/provider/contracts', { accountId: account.id, siteId: site.id, terms });
  return account.id;
}
