import type { Site } from '#contracts/api/sites';
import { demonstrationProfile } from '#domain/site-profiles';
import type { SiteProfile } from '#domain/profiles';
import type { Instance } from '../launcher/instance.ts';
import { PliApi } from './api-client.ts';
import { customerNames, prepareCustomer, type CustomerName } from './customers.ts';
import { KeyRing } from './kept-keys.ts';
import { preparePeople, type DemonstrationPerson } from './people.ts';
import { preparePrintRoom, simulatedMachines } from './print-room.ts';
import { storeKey } from './store-key.ts';

/** The demonstration in a running instance: its print room and customers, and the API as each of them sees it. */
export interface Demonstration {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly site: Site;
  readonly operator: PliApi;
  readonly customers: Readonly<Record<CustomerName, PliApi>>;
  /** For people, by who holds them. */
  readonly keys: Readonly<Record<'Provider' | 'Operator' | 'Customer', string>>;
  /** People who may sign in to the console, one a role. */
  readonly people: readonly DemonstrationPerson[];
  /** No order was sent in it yet. */
  readonly isNew: boolean;
}

/**
 * Makes the demonstration's print room and accounts through the API where they are missing, and tells the API the addresses of the
 * simulated machines, which may have changed since the last start. Only the very first key is made without the API.
 * @param profile how the print room works; the demonstration's when left out
 */
export async function prepareDemonstration(
  { folder, environment }: Pick<Instance, 'folder' | 'environment'>,
  profile: SiteProfile = demonstrationProfile,
): Promise<Demonstration> {
  const { API_URL = '', API_DATABASE_URL = '' } = environment;
  const ring = new KeyRing(folder);
  const name = 'demonstration';
  const providerKey = await ring.key('provider', API_URL, '/v1/provider/sites?limit=1', () =>
    storeKey(API_DATABASE_URL, { role: 'provider', name }),
  );
  const provider = new PliApi(API_URL, providerKey);
  const site = await preparePrintRoom(provider, simulatedMachines(environment), profile);
  const operatorKey = await ring.key('operator', API_URL, '/v1/site/lots?limit=1', () =>
    provider.post('/v1/provider/keys', { role: 'operator', siteId: site.id, name }),
  );
  const keys: Partial<Record<CustomerName, string>> = {};
  let electrician = '';
  for (const customer of customerNames) {
    const accountId = await prepareCustomer(provider, site, customer);
    if (customer === 'electrician') electrician = accountId;
    keys[customer] = await ring.key(customer, API_URL, '/v1/orders?limit=1', () =>
      provider.post('/v1/provider/keys', { role: 'customer', accountId, mode: 'test', name }),
    );
  }
  const customers = Object.fromEntries(
    Object.entries(keys).map(([customer, key]) => [customer, new PliApi(API_URL, key)]),
  ) as Demonstration['customers'];
  return {
    folder,
    environment,
    site,
    operator: new PliApi(API_URL, operatorKey),
    customers,
    keys: { Provider: providerKey, Operator: operatorKey, Customer: keys.electrician ?? '' },
    people: await preparePeople({ folder, environment }, { siteId: site.id, accountId: electrician }),
    isNew: !(await anyOrder(Object.values(customers))),
  };
}

async function anyOrder(customers: readonly PliApi[]): Promise<boolean> {
  const pages = await Promise.all(customers.map((api) => api.get<{ rows: unknown[] }>('/v1/orders?limit=1')));
  return pages.some(({ rows }) => rows.length > 0);
}
