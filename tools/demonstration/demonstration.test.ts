import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Device } from '#contracts/api/devices';
import type { SessionView } from '#contracts/api/session';
import type { Profile } from '#contracts/api/profiles';
import { demonstrationProfile } from '#domain/site-profiles';
import { runApi, type ApiUnderTest } from '../../apps/api/testing/running-api.ts';
import { PliApi } from './api-client.ts';
import { prepareDemonstration } from './demonstration.ts';

let running: ApiUnderTest;
let folder: string;
beforeAll(async () => {
  running = await runApi();
  folder = await mkdtemp(join(tmpdir(), 'pli-demonstration-'));
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

/** The demonstration of an instance whose simulator listens on that port. */
const prepared = (simulatorPort: number, profile = demonstrationProfile) =>
  prepareDemonstration(
    {
      folder,
      environment: {
        API_URL: running.api.url,
        API_DATABASE_URL: running.database.urls.api,
        MASTER_KEY_FILE: running.masterKeyFile,
        SIMULATOR_DIR: join(folder, 'simulator'),
        SIMULATOR_URL: `http://127.0.0.1:${simulatorPort}`,
        SIMULATOR_PRINTER_URI: `ipp://127.0.0.1:${simulatorPort}/ipp/print`,
      },
    },
    profile,
  );

const devicesOf = async (key: string) =>
  (await new PliApi(running.api.url, key).all<Device>('/v1/provider/devices')).filter(
    ({ retiredAt }) => retiredAt === null,
  );

test('a second start finds the print room, its customers and their keys', async () => {
  const first = await prepared(6310);
  const second = await prepared(6310);
  expect(first.isNew).toBe(true);
  expect(second.keys).toEqual(first.keys);
  expect(second.site.id).toBe(first.site.id);
  expect(second.people).toEqual(first.people);
  expect((await stat(join(folder, 'demonstration-people.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'demonstration-keys.json'))).mode & 0o777).toBe(0o600);
  expect((await devicesOf(first.keys.Provider)).map(({ kind }) => kind).sort()).toEqual([
    'carrier',
    'inserter',
    'printer',
  ]);
});

test('a person of each role may sign in, at the desk of the role', async () => {
  const { people } = await prepared(6310);
  const signedIn = people.map(async ({ role, email, password }) => {
    const headers = { 'pli-console': '1' };
    const { body } = await running
      .client(undefined)
      .call<SessionView>('POST', '/v1/session', { email, password }, headers);
    return [role, body.desk?.role];
  });
  expect(await Promise.all(signedIn)).toEqual(people.map(({ role }) => [role, role]));
  expect(people).toHaveLength(6);
});

test('machines that moved to other addresses take the place of the old ones', async () => {
  const { keys } = await prepared(6310);
  await prepared(6999);
  const printers = (await devicesOf(keys.Provider)).filter(({ kind }) => kind === 'printer');
  expect(printers.map(({ address }) => address)).toEqual(['ipp://127.0.0.1:6999/ipp/print']);
});

test('another way of working is a new version of the profile, the same one is not', async () => {
  const { keys, site } = await prepared(6310);
  await prepared(6310, { ...demonstrationProfile, erase: { ...demonstrationProfile.erase, hours: 1 } });
  const profiles = await new PliApi(running.api.url, keys.Provider).all<Profile>('/v1/provider/profiles');
  const versions = profiles.filter((profile) => profile.siteId === site.id);
  expect(versions.filter(({ kind }) => kind === 'site')).toHaveLength(2);
  expect(versions.filter(({ kind }) => kind !== 'site')).toHaveLength(3);
});

test('a key that the API does not know any more is made anew', async () => {
  const { keys } = await prepared(6310);
  const file = join(folder, 'demonstration-keys.json');
  const kept = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  await writeFile(file, JSON.stringify({ ...kept, electrician: `pli_test_${'0'.repeat(40)}` }));
  const again = await prepared(6310);
  expect(again.keys.Provider).toBe(keys.Provider);
  expect(again.keys.Customer).not.toContain('00000');
});
