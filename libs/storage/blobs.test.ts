import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inScope, type Sql } from '#database/scope';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { makeAccount, makeSite, testMasterKey, type TestAccount, type TestSite } from '#database/testing/fixtures';
import { accountBlobs, openBlobs, siteBlobs, type Blobs, type BlobOwner } from './blobs.ts';
import { localBlobs } from './local-blobs.ts';
import { masterKey } from './master-key.ts';

let db: TestDatabase;
let folder: string;
let blobs: Blobs;
let site: TestSite;
let account: TestAccount;
let owner: BlobOwner;
const now = new Date('2027-01-04T08:00:00Z');

beforeAll(async () => {
  db = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  blobs = openBlobs(localBlobs(folder), testMasterKey);
  site = await makeSite(db.api);
  account = await makeAccount(db.api, site);
  owner = accountBlobs(account.id, 'test');
});
afterAll(async () => {
  await db?.drop();
  await rm(folder, { recursive: true, force: true });
});

const asAccount = <T>(work: (sql: Sql) => Promise<T>) => inScope(db.api, account.scope, work);
const asSite = <T>(work: (sql: Sql) => Promise<T>) => inScope(db.worker, site.scope, work);
const store = (text: string, usedBy: string, use = 'composed') =>
  asAccount((sql) => blobs.put(sql, owner, Buffer.from(text), { use, usedBy }, now));
const read = (address: string) => asSite((sql) => blobs.read(sql, owner, address)).then(String);
const fileOf = async (address: string) => {
  for (const entry of await readdir(folder, { recursive: true }))
    if (entry.endsWith(address)) return join(folder, entry);
  return undefined;
};

test('bytes come back, from the site that makes the letters as well', async () => {
  const address = await store('Madame, Monsieur', 'let_1');
  expect(address).toMatch(/^[0-9a-f]{64}$/);
  expect(await read(address)).toBe('Madame, Monsieur');
  await asSite((sql) => blobs.toFile(sql, owner, address, join(folder, 'out.pdf')));
  expect(await readFile(join(folder, 'out.pdf'), 'utf8')).toBe('Madame, Monsieur');
});

test('a stolen disk tells nothing: the file is encrypted and readable by its owner only', async () => {
  const file = (await fileOf(await store('Avis d’imposition de Madame Fontaine', 'let_2'))) ?? '';
  expect(await readFile(file, 'latin1')).not.toMatch(/imposition|Fontaine/);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('a flipped byte anywhere is noticed', async () => {
  const address = await store('facture 2027-001', 'let_3');
  const file = (await fileOf(address)) ?? '';
  const whole = await readFile(file);
  for (const at of [0, 5, 20, whole.length - 1]) {
    const flipped = Buffer.from(whole);
    flipped[at] = flipped[at]! ^ 1;
    await writeFile(file, flipped);
    await expect(read(address)).rejects.toMatchObject({ code: 'blob_damaged', retry: 'never' });
  }
  await writeFile(file, whole.subarray(0, 10));
  await expect(read(address)).rejects.toMatchObject({ code: 'blob_damaged' });
  await writeFile(file, whole);
  expect(await read(address)).toBe('facture 2027-001');
});

test('bytes of another address under this one are noticed', async () => {
  const [one, other] = [await store('une', 'let_4'), await store('autre', 'let_4b')];
  await writeFile((await fileOf(one)) ?? '', await readFile((await fileOf(other)) ?? ''));
  await expect(read(one)).rejects.toMatchObject({ code: 'blob_damaged' });
});

test('equal bytes are stored once for an owner, and never shared with another account or the site', async () => {
  const same = await store('texte commun', 'let_5');
  expect(await store('texte commun', 'let_6')).toBe(same);
  const other = await makeAccount(db.api, site);
  const theirs = await inScope(db.api, other.scope, (sql) =>
    blobs.put(
      sql,
      accountBlobs(other.id, 'test'),
      Buffer.from('texte commun'),
      { use: 'composed', usedBy: 'let_7' },
      now,
    ),
  );
  const sites = await asSite((sql) =>
    blobs.put(sql, siteBlobs(site.id, 'test'), Buffer.from('texte commun'), { use: 'slip', usedBy: 'dep_1' }, now),
  );
  expect(new Set([same, theirs, sites]).size).toBe(3);
});

test('an account cannot reach the bytes of another', async () => {
  const address = await store('secret', 'let_8');
  const other = await makeAccount(db.api, site);
  await expect(inScope(db.api, other.scope, (sql) => blobs.read(sql, owner, address))).rejects.toMatchObject({
    code: 'content_key_missing',
  });
});

test('test and live bytes of one account never coincide', async () => {
  const liveSite = await makeSite(db.api, { mode: 'live' });
  const live = await makeAccount(db.api, liveSite, { id: account.id });
  const address = await store('les deux', 'let_9');
  const inLive = await inScope(db.api, live.scope, (sql) =>
    blobs.put(
      sql,
      accountBlobs(account.id, 'live'),
      Buffer.from('les deux'),
      { use: 'composed', usedBy: 'let_9' },
      now,
    ),
  );
  expect(inLive).not.toBe(address);
});

test('bytes go with their last use, and not before', async () => {
  const address = await store('deux usages', 'let_10');
  await store('deux usages', 'let_10', 'archive');
  const end = (use: string) => asSite((sql) => blobs.release(sql, [{ use, usedBy: 'let_10' }], now));
  await end('composed');
  await blobs.removeUnused(db.worker, site.scope);
  expect(await read(address)).toBe('deux usages');
  await end('archive');
  expect(await read(address)).toBe('deux usages'); // a reader of the same moment is not cut off
  expect(await blobs.removeUnused(db.worker, site.scope)).toBe(1);
  await expect(read(address)).rejects.toMatchObject({ code: 'blob_missing' });
  expect(await blobs.removeUnused(db.worker, site.scope)).toBe(0);
});

test('both uses released in one call remove the bytes', async () => {
  const address = await store('en une fois', 'let_11');
  await store('en une fois', 'let_12');
  await asSite((sql) =>
    blobs.release(
      sql,
      ['let_11', 'let_12'].map((usedBy) => ({ use: 'composed', usedBy })),
      now,
    ),
  );
  await blobs.removeUnused(db.worker, site.scope);
  expect(await fileOf(address)).toBeUndefined();
});

test('a release that rolls back keeps the bytes; a use that comes back in time keeps them too', async () => {
  const address = await store('revient', 'let_13');
  const failing = asSite(async (sql) => {
    await blobs.release(sql, [{ use: 'composed', usedBy: 'let_13' }], now);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await blobs.removeUnused(db.worker, site.scope);
  expect(await read(address)).toBe('revient');

  await asSite((sql) => blobs.release(sql, [{ use: 'composed', usedBy: 'let_13' }], now));
  await store('revient', 'let_14');
  await blobs.removeUnused(db.worker, site.scope);
  expect(await read(address)).toBe('revient');
});

test('storing and removing the same bytes at once never loses them', async () => {
  for (let round = 0; round < 15; round++) {
    await store('course', 'let_15');
    await asSite((sql) => blobs.release(sql, [{ use: 'composed', usedBy: 'let_15' }], now));
    const [address] = await Promise.all([store('course', 'let_16'), blobs.removeUnused(db.worker, site.scope)]);
    expect(await read(address)).toBe('course');
    await asSite((sql) => blobs.release(sql, [{ use: 'composed', usedBy: 'let_16' }], now));
    await blobs.removeUnused(db.worker, site.scope);
  }
});

test('a chunk is stored in one go; a composition found again is one more use', async () => {
  const addresses = await asSite((sql) =>
    blobs.putAll(
      sql,
      owner,
      ['a', 'b', 'a'].map((text, i) => ({ bytes: Buffer.from(text), use: 'composed', usedBy: `let_c${i}` })),
      now,
    ),
  );
  expect(addresses[0]).toBe(addresses[2]);
  const [address = ''] = addresses;
  await asSite((sql) => blobs.reuse(sql, owner, [{ address, use: 'composed', usedBy: 'let_c9' }], now));
  await asSite((sql) =>
    blobs.release(
      sql,
      ['let_c0', 'let_c2'].map((usedBy) => ({ use: 'composed', usedBy })),
      now,
    ),
  );
  await blobs.removeUnused(db.worker, site.scope);
  expect(await read(address)).toBe('a');
  const gone = asSite((sql) =>
    blobs.reuse(sql, owner, [{ address: 'f'.repeat(64), use: 'composed', usedBy: 'let_c9' }], now),
  );
  await expect(gone).rejects.toMatchObject({ code: 'blob_missing' });
});

test('bytes of a transaction that never committed are found and removed, those in use stay', async () => {
  const used = await store('gardé', 'let_17');
  const lost: string[] = [];
  const dying = asAccount(async (sql) => {
    lost.push(await blobs.put(sql, owner, Buffer.from('perdu'), { use: 'composed', usedBy: 'let_18' }, now));
    throw new Error('the worker dies');
  });
  await expect(dying).rejects.toThrow('dies');
  const orphan = (await fileOf(lost[0] ?? '')) ?? '';
  await utimes(orphan, now, now);
  await writeFile(`${orphan}.x.part`, 'torn');
  await utimes(`${orphan}.x.part`, now, now);

  expect(await blobs.removeOrphans(db.worker, site.scope, owner, now)).toBe(0);
  await blobs.removeOrphans(db.worker, site.scope, owner, new Date(now.getTime() + 1));
  expect(await readdir(join(orphan, '..'))).not.toEqual(
    expect.arrayContaining([expect.stringContaining(lost[0] ?? '')]),
  );
  expect(await read(used)).toBe('gardé');
});

test('a scope that does not see an owner refuses to look for its unused bytes', async () => {
  const elsewhere = await makeSite(db.api);
  const wrong = blobs.removeOrphans(db.worker, elsewhere.scope, owner, new Date('2100-01-01'));
  await expect(wrong).rejects.toThrow('does not see');
});

test('another master key opens nothing', async () => {
  const address = await store('clé', 'let_19');
  const stranger = openBlobs(localBlobs(folder), masterKey(Buffer.alloc(32, 8)));
  await expect(asAccount((sql) => stranger.read(sql, owner, address))).rejects.toMatchObject({
    code: 'content_key_damaged',
  });
});

test('no name leads out of the folder', async () => {
  const files = localBlobs(folder);
  for (const name of ['../x/' + 'a'.repeat(64), 'acc/../../etc/passwd', 'acc/' + 'A'.repeat(64)])
    await expect((async () => files.read(name))()).rejects.toThrow('not the name of a blob');
});
