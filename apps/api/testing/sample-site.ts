import { specimenEnvelopes, specimenPaper } from '#domain/envelopes';
import { specimenGeometry } from '#domain/geometry-profiles';
import { specimenPostage } from '#domain/postage';
import { specimenServices } from '#domain/services';
import { demonstrationProfile } from '#domain/site-profiles';
import type { ApiUnderTest, Client } from './running-api.ts';

let codes = 0;

/** A print room, set up over HTTP; it works as the demonstration's when no other profile is given. */
export async function setUpSite(
  { provider }: Pick<ApiUnderTest, 'provider'>,
  mode: 'test' | 'live' = 'test',
  profile = demonstrationProfile,
): Promise<{ id: string; code: string }> {
  const code = `Q${String(++codes).padStart(3, '0')}`;
  const { id: siteId } = await provider.post<{ id: string }>('/v1/provider/sites', {
    code,
    name: 'Atelier de Paris',
    mode,
    timeZone: 'Europe/Paris',
  });
  const profiles = {
    site: profile,
    services: { versions: specimenServices },
    postage: { rates: specimenPostage },
    geometry: specimenGeometry,
  };
  for (const [kind, data] of Object.entries(profiles))
    await provider.post('/v1/provider/profiles', { siteId, kind, data });
  for (const stock of specimenEnvelopes)
    await provider.post('/v1/provider/stocks', { siteId, kind: 'envelope', data: withoutId(stock) });
  await provider.post('/v1/provider/stocks', { siteId, kind: 'paper', data: withoutId(specimenPaper) });
  return { id: siteId, code };
}

const withoutId = (stock: object) => Object.fromEntries(Object.entries(stock).filter(([name]) => name !== 'id'));

/** A customer of a print room: account, contract and a key. */
export async function setUpCustomer(
  t: ApiUnderTest,
  siteId: string,
  options: { services?: string[]; mode?: 'test' | 'live'; accountId?: string; cancellation?: string } = {},
) {
  const accountId =
    options.accountId ?? (await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Les Moulins' })).id;
  const { contractId } = await t.provider.post<{ contractId: string }>('/v1/provider/contracts', {
    accountId,
    siteId,
    terms: {
      carrierContract: 'specimen-post',
      contractOwner: 'provider',
      franking: 'printed',
      mixing: { providerAllows: true, accountAllows: true },
      services: options.services ?? ['priority', 'registered', 'economy'],
      ...(options.cancellation !== undefined && { cancellation: options.cancellation }),
    },
  });
  const customer = await t.makeKey({ role: 'customer', accountId, mode: options.mode ?? 'test', name: 'back office' });
  return { accountId, contractId, customer };
}

/** The carrier of a print room, a simulated one. */
export const setUpCarrier = ({ provider }: Pick<ApiUnderTest, 'provider'>, siteId: string) =>
  provider.post('/v1/provider/devices', {
    kind: 'carrier',
    siteId,
    name: 'Post',
    address: '/tmp/post',
    simulated: true,
  });

/** A print room with its carrier, an operator, and a customer who has a template. */
export async function setUpFloor(t: ApiUnderTest) {
  const site = await setUpSite(t);
  await setUpCarrier(t, site.id);
  const operator = await t.makeKey({ role: 'operator', siteId: site.id, name: 'floor' });
  const { accountId, customer } = await setUpCustomer(t, site.id);
  return { site, operator, accountId, customer, template: await setUpTemplate(customer) };
}

export const claire = {
  kind: 'person',
  name: 'Madame Claire Fontaine',
  streetNumber: '12',
  street: 'rue des Lilas',
  postcode: '69001',
  town: 'Lyon',
} as const;
export const townHall = {
  kind: 'organisation',
  organisation: 'Mairie de Lyon',
  streetNumber: '1',
  street: 'place de la Comédie',
  postcode: '69001',
  town: 'Lyon',
} as const;

/** A template with one version; answers the version's id. */
export async function setUpTemplate(customer: Client): Promise<string> {
  const { id } = await customer.post<{ id: string }>('/v1/templates', { name: 'Rappel' });
  const version = await customer.post<{ id: string }>(`/v1/templates/${id}/versions`, {
    html: '<p>Madame, vous devez {{ total | euros }}.</p>',
    dataSchema: {
      type: 'object',
      properties: { total: { type: 'integer' } },
      required: ['total'],
      additionalProperties: false,
    },
    sampleData: { total: 1250 },
  });
  return version.id;
}

export const letterTo = (templateVersionId: string, change: object = {}) => ({
  recipient: claire,
  content: { kind: 'template', templateVersionId, data: { total: 1250 } },
  ...change,
});
