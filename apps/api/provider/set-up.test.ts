import type { Account } from '#contracts/api/accounts';
import type { Contract } from '#contracts/api/contracts';
import type { NumberRangeView } from '#contracts/api/number-ranges';
import type { Problem } from '#contracts/api/problem';
import type { Profile } from '#contracts/api/profiles';
import type { Site } from '#contracts/api/sites';
import { demonstrationProfile } from '#domain/site-profiles';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';

let t: ApiUnderTest;
beforeAll(async () => {
  t = await runApi();
});
afterAll(() => t.stop());

const terms = {
  carrierContract: 'specimen-post',
  contractOwner: 'provider',
  franking: 'printed',
  mixing: { providerAllows: true, accountAllows: true },
  services: ['priority', 'registered', 'economy'],
};
let codes = 0;
const makeSite = (mode = 'test') =>
  t.provider.post<Site>('/v1/provider/sites', {
    code: `P${String(++codes).padStart(3, '0')}`,
    name: 'Paris',
    mode,
    timeZone: 'Europe/Paris',
  });
const refused = async (path: string, body: unknown) => (await t.provider.call<Problem>('POST', path, body)).body.code;

test('a site is set up with all it needs to make letters', async () => {
  const site = await makeSite();
  const account = await t.provider.post<Account>('/v1/provider/accounts', { name: 'Mairie de Lyon' });
  await t.provider.post('/v1/provider/devices', {
    kind: 'printer',
    siteId: site.id,
    name: 'HP-1',
    address: 'ipp://127.0.0.1:6310/ipp/print',
    simulated: true,
  });
  await t.provider.post('/v1/provider/devices', {
    kind: 'carrier',
    siteId: site.id,
    name: 'Post',
    address: '/tmp/post',
    simulated: true,
  });
  await t.provider.post('/v1/provider/stocks', {
    siteId: site.id,
    kind: 'envelope',
    data: { format: 'C5', fold: 'half', maxSheets: 6, massMg: 6500, tolerancePermille: 0, thicknessUm: 300 },
  });
  await t.provider.post('/v1/provider/profiles', { siteId: site.id, kind: 'site', data: demonstrationProfile });
  const contract = await t.provider.post<Contract>('/v1/provider/contracts', {
    accountId: account.id,
    siteId: site.id,
    terms,
  });
  expect(contract).toMatchObject({ mode: 'test', version: 1, terms });
  await t.provider.post('/v1/provider/number-ranges', {
    siteId: site.id,
    kind: 's10',
    prefix: 'RK',
    country: 'FR',
    first: 1,
    last: 1000,
  });
  await t.provider.post('/v1/provider/postage-counters', {
    siteId: site.id,
    carrierContract: 'specimen-post',
    franking: 'printed',
  });
  const streams = await t.database.asOwner<{ id: string }>('select id from pli.streams order by id');
  expect(streams.map(({ id }) => id)).toEqual(
    expect.arrayContaining([`account/${account.id}/live`, `account/${account.id}/test`, `site/${site.id}`]),
  );
  const events = await t.database.asOwner<{ actor: string; cause: object }>(
    `select * from pli.events where subject_id = $1`,
    [site.id],
  );
  expect(events).toMatchObject([{ type: 'site.created', actor: expect.stringMatching(/^provider:key_/) as string }]);
});

test('a change of a profile is a new dated version, and the one before ends when it begins', async () => {
  const { id: siteId } = await makeSite();
  await t.provider.post('/v1/provider/profiles', {
    siteId,
    kind: 'site',
    data: demonstrationProfile,
    validFrom: '2027-01-01T00:00:00Z',
  });
  const second = await t.provider.post<Profile>('/v1/provider/profiles', {
    siteId,
    kind: 'site',
    data: demonstrationProfile,
    validFrom: '2027-07-01T02:00:00+02:00',
  });
  expect(second.version).toBe(2);
  const { rows } = await t.provider.get<{ rows: Profile[] }>('/v1/provider/profiles?limit=200');
  const [first] = rows.filter((row) => row.siteId === siteId);
  expect(first).toMatchObject({ version: 1, profileId: second.profileId, validTo: '2027-07-01T00:00:00.000Z' });
  expect(
    await refused('/v1/provider/profiles', {
      siteId,
      kind: 'site',
      data: demonstrationProfile,
      validFrom: '2027-03-01T00:00:00Z',
    }),
  ).toBe('version_not_after');
});

test('numbers of registered mail are in one range only for 12 months', async () => {
  const { id: siteId } = await makeSite();
  const range = { siteId, kind: 's10', prefix: 'RZ', country: 'FR', first: 1000, last: 1999 };
  const made = await t.provider.post<NumberRangeView>('/v1/provider/number-ranges', range);
  expect(made.next).toBe(1000);
  expect(await refused('/v1/provider/number-ranges', { ...range, first: 1999, last: 3000 })).toBe(
    'number_range_overlaps',
  );
  await t.provider.post('/v1/provider/number-ranges', { ...range, first: 2000, last: 3000 });
});

test('what exists once is refused twice, and what is not executed is refused by name', async () => {
  const site = await makeSite();
  const { id: accountId } = await t.provider.post<Account>('/v1/provider/accounts', { name: 'Clinique' });
  expect(
    await refused('/v1/provider/sites', { code: site.code, name: 'Other', mode: 'test', timeZone: 'Europe/Paris' }),
  ).toBe('site_code_taken');
  const contract = await t.provider.post<Contract>('/v1/provider/contracts', { accountId, siteId: site.id, terms });
  expect(await refused('/v1/provider/contracts', { accountId, siteId: site.id, terms })).toBe('contract_exists');
  const version = await t.provider.post<Contract>(`/v1/provider/contracts/${contract.contractId}/versions`, {
    terms: { ...terms, services: ['economy'] },
  });
  expect(version.version).toBe(2);
  expect(
    await refused('/v1/provider/contracts', { accountId, siteId: site.id, terms: { ...terms, franking: 'machine' } }),
  ).toBe('option_not_available');
  const counter = { siteId: site.id, carrierContract: 'specimen-post', franking: 'preprinted' };
  await t.provider.post('/v1/provider/postage-counters', counter);
  expect(await refused('/v1/provider/postage-counters', counter)).toBe('postage_counter_exists');
});

test('a test site drives simulated devices only, a live site none', async () => {
  const printer = { kind: 'printer', name: 'HP', address: 'ipp://127.0.0.1/ipp/print' };
  expect(await refused('/v1/provider/devices', { ...printer, siteId: (await makeSite()).id, simulated: false })).toBe(
    'device_mode_differs',
  );
  expect(
    await refused('/v1/provider/devices', { ...printer, siteId: (await makeSite('live')).id, simulated: true }),
  ).toBe('device_mode_differs');
});

test('a revoked key stops with the next request', async () => {
  const key = await t.provider.post<{ id: string; secret: string }>('/v1/provider/keys', {
    role: 'provider',
    name: 'lost',
  });
  const client = t.client(key.secret);
  expect((await client.call('GET', '/v1/provider/keys')).status).toBe(200);
  await t.provider.call('DELETE', `/v1/provider/keys/${key.id}`);
  expect((await client.call<Problem>('GET', '/v1/provider/keys')).body).toMatchObject({
    status: 401,
    code: 'key_unknown',
  });
});
