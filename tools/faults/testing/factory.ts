import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processId } from '#contracts/processes';
import type { Report } from '#database/checker/report';
import { check } from '#database/checker/check';
import type { SiteProfile } from '#domain/profiles';
import { runApi, type ApiUnderTest, type Client } from '../../../apps/api/testing/running-api.ts';
import { setUpSite } from '../../../apps/api/testing/sample-site.ts';
import { simulatorSettings } from '../../../apps/simulator/settings.ts';
import { startSimulator, type Simulator } from '../../../apps/simulator/simulator.ts';
import { openShift } from '../../../apps/worker/open-shift.ts';
import { readSettings } from '../../../apps/worker/settings.ts';
import { ownNamespace } from '../../../workflows/testing/own-namespace.ts';
import '../../../workflows/testing/quiet-runtime.ts';
import { testedWorkflows } from '../../../workflows/testing/tested-workflows.ts';
import { PliApi } from '../../demonstration/api-client.ts';

/** The contract with the carrier under which everything is sent. */
const carrierContract = { carrierContract: 'laposte-specimen', franking: 'printed' } as const;

/** The whole factory in this process, from source, on a database, a Temporal namespace and a simulated floor of its own. */
export interface Factory {
  readonly simulator: Simulator;
  readonly customer: PliApi;
  readonly customerKey: string;
  /** Where the customer notes what it was answered. */
  readonly clientLog: string;
  /** Makes another print room; each has the machines of the one simulator, and its own numbers, trays and deposits. */
  printRoom(): Promise<PrintRoom>;
  /** The checker with its three witnesses. */
  verify(): Promise<Report>;
  close(): Promise<void>;
}

export interface PrintRoom {
  readonly siteId: string;
  readonly code: string;
  readonly operator: PliApi;
  /** The clock of the tracking schedule strikes: what is due is looked at now. */
  trackingIsDue(): Promise<void>;
}

export async function openFactory(profile: SiteProfile): Promise<Factory> {
  const folder = await mkdtemp(join(tmpdir(), 'pli-factory-'));
  const storage = { BLOB_DIR: join(folder, 'blobs'), MASTER_KEY_FILE: join(folder, 'master.key') };
  const [api, temporal, bundle, simulator] = await Promise.all([
    runApi({ environment: storage }),
    ownNamespace(),
    testedWorkflows(),
    startSimulator(
      simulatorSettings({
        ...process.env,
        SIMULATOR_DIR: join(folder, 'simulator'),
        SIMULATOR_POLL_MS: '250',
        SIMULATOR_ACKNOWLEDGE_AFTER_MS: '0',
        SIMULATOR_TRANSIT_AFTER_MS: '0',
        SIMULATOR_DELIVERED_AFTER_MS: '0',
      }),
    ),
  ]);
  const settings = readSettings({
    ...process.env,
    ...storage,
    DATABASE_URL: api.database.urls.worker,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    WORK_DIR: join(folder, 'work'),
    VALKEY_URL: process.env.TEST_VALKEY_URL,
  });
  const shift = await openShift(settings, bundle);
  const { id: accountId } = await api.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Les Moulins' });
  const sender = await api.makeKey({ role: 'customer', accountId, mode: 'test', name: 'back office' });
  const clientLog = join(folder, 'client-log.jsonl');
  return {
    simulator,
    customer: new PliApi(api.api.url, sender.key),
    customerKey: sender.key,
    clientLog,
    async printRoom() {
      const { id: siteId, code } = await setUpSite(api, 'test', profile);
      await equip(api.provider, siteId, simulator);
      await bindAccount(api.provider, siteId, accountId);
      const { key } = await api.makeKey({ role: 'operator', siteId, name: 'floor' });
      const tracking = temporal.client.schedule.getHandle(processId.schedule('pollTracking', siteId));
      return {
        siteId,
        code,
        operator: new PliApi(api.api.url, key),
        trackingIsDue: () => tracking.trigger(),
      };
    },
    verify: () =>
      check({ database: api.database.checker, clientLog, journal: simulator.journalPath }, () => new Date()),
    async close() {
      await shift.onApplicationShutdown();
      await simulator.stop();
      await temporal.close();
      await api.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Machines, numbers and a postage counter of a new print room. */
async function equip(provider: Client, siteId: string, { ipp, inserter, post, http }: Simulator): Promise<void> {
  const common = { siteId, simulated: true };
  const devices = [
    { ...common, kind: 'printer', name: 'Imprimante simulée', address: ipp },
    { ...common, kind: 'inserter', name: 'Mise sous pli simulée', address: inserter },
    {
      ...common,
      kind: 'carrier',
      name: 'Poste simulée (SPECIMEN)',
      address: post,
      settings: { trackingUrl: `${http}/suivi/v2`, trackingKey: 'specimen' },
    },
  ];
  for (const device of devices) await provider.post('/v1/provider/devices', device);
  const range = { siteId, kind: 's10', prefix: 'RX', country: 'ZZ', first: nextRange, last: nextRange + 999 };
  nextRange += 1000;
  await provider.post('/v1/provider/number-ranges', range);
  await provider.post('/v1/provider/postage-counters', { siteId, ...carrierContract });
}
/** The post knows a registered item by its number alone: no two print rooms may have the same. */
let nextRange = 10_000_001;

async function bindAccount(provider: ApiUnderTest['provider'], siteId: string, accountId: string): Promise<void> {
  const terms = {
    ...carrierContract,
    contractOwner: 'provider',
    mixing: { providerAllows: true, accountAllows: true },
    services: ['priority', 'registered'],
  };
  await provider.post('/v1/provider/contracts', { accountId, siteId, terms });
}
