import { join } from 'node:path';
import type { Device, NewDevice } from '#contracts/api/devices';
import type { NumberRangeView } from '#contracts/api/number-ranges';
import type { PostageCounter } from '#contracts/api/postage-counters';
import type { NewProfile, Profile } from '#contracts/api/profiles';
import type { Site } from '#contracts/api/sites';
import type { Stock } from '#contracts/api/stocks';
import { specimenEnvelopes, specimenPaper } from '#domain/envelopes';
import { specimenGeometry } from '#domain/geometry-profiles';
import { specimenPostage } from '#domain/postage';
import type { SiteProfile } from '#domain/profiles';
import { specimenServices } from '#domain/services';
import { carrierContracts } from './customers.ts';
import type { PliApi } from './api-client.ts';

export const siteCode = 'PAR1';

/** Where the simulated machines and the simulated post of an instance are reached. */
export interface Machines {
  readonly printer: string;
  readonly inserter: string;
  readonly post: string;
  readonly trackingUrl: string;
}

/** The simulator's machines, from the addresses an instance publishes. */
export function simulatedMachines(environment: Readonly<Record<string, string>>): Machines {
  const { SIMULATOR_DIR = '', SIMULATOR_URL = '', SIMULATOR_PRINTER_URI = '' } = environment;
  return {
    printer: SIMULATOR_PRINTER_URI,
    inserter: environment.SIMULATOR_INSERTER_DIR ?? join(SIMULATOR_DIR, 'inserter'),
    post: environment.SIMULATOR_POST_DIR ?? join(SIMULATOR_DIR, 'post'),
    trackingUrl: `${SIMULATOR_URL}/suivi/v2`,
  };
}

/** Makes the test print room PAR1 where it is missing, and gives it the machines of now: an address may change between starts. */
export async function preparePrintRoom(provider: PliApi, machines: Machines, profile: SiteProfile): Promise<Site> {
  const site = (await siteOf(provider)) ?? (await makeSite(provider));
  await prepareStocks(provider, site);
  await prepareProfiles(provider, site, profile);
  await prepareNumbers(provider, site);
  await prepareDevices(provider, site, machines);
  return site;
}

async function siteOf(provider: PliApi): Promise<Site | undefined> {
  return (await provider.all<Site>('/v1/provider/sites')).find(({ code }) => code === siteCode);
}

function makeSite(provider: PliApi): Promise<Site> {
  const site = { code: siteCode, name: 'Atelier de démonstration', mode: 'test', timeZone: 'Europe/Paris' };
  return provider.post('/v1/provider/sites', site);
}

async function prepareStocks(provider: PliApi, site: Site): Promise<void> {
  const known = await ofSite<Stock>(provider, '/v1/provider/stocks', site);
  for (const data of specimenEnvelopes.map(withoutId)) {
    if (known.some((stock) => sameData(stock.data, data))) continue;
    await provider.post('/v1/provider/stocks', { siteId: site.id, kind: 'envelope', data });
  }
  if (known.some(({ kind }) => kind === 'paper')) return;
  await provider.post('/v1/provider/stocks', { siteId: site.id, kind: 'paper', data: withoutId(specimenPaper) });
}

/** A stock's data; its id is given by the API. */
const withoutId = <T extends { id: string }>(stock: T): Omit<T, 'id'> =>
  Object.fromEntries(Object.entries(stock).filter(([name]) => name !== 'id')) as Omit<T, 'id'>;

async function prepareProfiles(provider: PliApi, site: Site, profile: SiteProfile): Promise<void> {
  const wanted = [
    { kind: 'site', data: profile },
    { kind: 'services', data: { versions: specimenServices } },
    { kind: 'postage', data: { rates: specimenPostage } },
    { kind: 'geometry', data: specimenGeometry },
  ];
  const known = await ofSite<Profile>(provider, '/v1/provider/profiles', site);
  for (const { kind, data } of wanted) {
    const now = known.filter((version) => version.kind === kind).sort((a, b) => b.version - a.version)[0];
    if (now && sameData(now.data, data)) continue;
    await provider.post('/v1/provider/profiles', { siteId: site.id, kind, data } as NewProfile);
  }
}

/** Numbers of registered mail, and a postage counter for each carrier contract and its way of franking. */
async function prepareNumbers(provider: PliApi, site: Site): Promise<void> {
  if ((await ofSite<NumberRangeView>(provider, '/v1/provider/number-ranges', site)).length === 0) {
    // SPECIMEN: RX and ZZ are nobody's; ZZ is left to private use by ISO 3166.
    const range = { siteId: site.id, kind: 's10', prefix: 'RX', country: 'ZZ', first: 10_000_001, last: 19_999_999 };
    await provider.post('/v1/provider/number-ranges', range);
  }
  const counters = await ofSite<PostageCounter>(provider, '/v1/provider/postage-counters', site);
  for (const contract of carrierContracts) {
    const isThere = counters.some(
      (c) => c.carrierContract === contract.carrierContract && c.franking === contract.franking,
    );
    if (!isThere) await provider.post('/v1/provider/postage-counters', { siteId: site.id, ...contract });
  }
}

async function prepareDevices(provider: PliApi, site: Site, machines: Machines): Promise<void> {
  const common = { siteId: site.id, simulated: true };
  const wanted: NewDevice[] = [
    { ...common, kind: 'printer', name: 'Imprimante simulée', address: machines.printer },
    { ...common, kind: 'inserter', name: 'Mise sous pli simulée', address: machines.inserter },
    {
      ...common,
      kind: 'carrier',
      name: 'Poste simulée (SPECIMEN)',
      address: machines.post,
      settings: { trackingUrl: machines.trackingUrl, trackingKey: 'specimen' },
    },
  ];
  const known = (await ofSite<Device>(provider, '/v1/provider/devices', site)).filter(
    (device) => device.retiredAt === null,
  );
  for (const device of wanted) {
    const there = known.find((k) => k.kind === device.kind);
    if (there?.address === device.address) continue;
    if (there) await provider.json('DELETE', `/v1/provider/devices/${there.id}`);
    await provider.post('/v1/provider/devices', device);
  }
}

async function ofSite<Row extends { siteId: string }>(provider: PliApi, path: string, site: Site): Promise<Row[]> {
  return (await provider.all<Row>(path)).filter(({ siteId }) => siteId === site.id);
}

/** JSON is compared without regard to the order of keys: the database keeps its own. */
function sameData(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = Object.keys(a).filter((key) => (a as Record<string, unknown>)[key] !== undefined);
  const others = Object.keys(b).filter((key) => (b as Record<string, unknown>)[key] !== undefined);
  return (
    keys.length === others.length &&
    keys.every((key) => sameData((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
