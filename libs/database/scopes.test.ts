import { newId } from '#contracts/new-id';
import { accountScope, inScope, siteScope, type Scope } from './scope.ts';
import { cloneDatabase, type TestDatabase } from './testing/clone-database.ts';
import {
  makeAccount,
  makeOrder,
  makeSite,
  write,
  type TestAccount,
  type TestOrder,
  type TestSite,
} from './testing/fixtures.ts';
import { makeLot, type TestLot } from './testing/production.ts';

let db: TestDatabase;
let paris: TestSite;
let lyon: TestSite;
let paper: TestSite; // live
let moulins: TestAccount; // bound to Paris
let fontaine: TestAccount; // bound to Paris and Lyon
let atLyon: TestAccount;
let live: TestAccount; // Fontaine's live side
let ofMoulins: TestOrder;
let ofFontaine: TestOrder;
let ofLyon: TestOrder;
let ofLive: TestOrder;
let lot: TestLot;

beforeAll(async () => {
  db = await cloneDatabase();
  [paris, lyon, paper] = [await makeSite(db.api), await makeSite(db.api), await makeSite(db.api, { mode: 'live' })];
  moulins = await makeAccount(db.api, paris);
  fontaine = await makeAccount(db.api, paris);
  atLyon = await makeAccount(db.api, lyon, { id: fontaine.id });
  live = await makeAccount(db.api, paper, { id: fontaine.id });
  ofMoulins = await makeOrder(db.api, moulins, paris);
  ofFontaine = await makeOrder(db.api, fontaine, paris);
  ofLyon = await makeOrder(db.api, atLyon, lyon);
  ofLive = await makeOrder(db.api, live, paper);
  lot = await makeLot(db.worker, paris, moulins, ofMoulins);
  await write(db.worker, paris.scope, (tx) =>
    tx.sql(
      `insert into pli.facts (site_id, source, source_id, kind, subject_id, data, at, recorded_at) values ($1, 's', '1', 'printed', $2, '{}', $3, $3)`,
      [paris.id, lot.id, tx.at],
    ),
  );
});
afterAll(() => db?.drop());

const ofWorker = ({ role }: Scope) => ['pli_relay', 'pli_teller', 'pli_eraser'].includes(role);
const sees = async (scope: Scope, table: string, column = 'id'): Promise<string[]> => {
  const database = ofWorker(scope) ? db.worker : db.api;
  const rows = await inScope(database, scope, (sql) =>
    sql<Record<string, string>>(`select distinct ${column} as seen from pli.${table}`),
  );
  return rows.map((row) => row.seen ?? '').sort();
};
const refused = (scope: Scope, statement: string) => {
  const database = ofWorker(scope) ? db.worker : db.api;
  return expect(inScope(database, scope, (sql) => sql(statement))).rejects.toThrow('permission denied');
};
const orders = (...made: TestOrder[]) => made.map((o) => o.id).sort();

describe('an account', () => {
  test('sees its own orders and letters in its mode', async () => {
    expect(await sees(moulins.scope, 'orders')).toEqual(orders(ofMoulins));
    expect(await sees(moulins.scope, 'letters')).toEqual(ofMoulins.letterIds);
    expect(await sees(fontaine.scope, 'orders')).toEqual(orders(ofFontaine, ofLyon));
    expect(await sees(live.scope, 'orders')).toEqual(orders(ofLive));
    expect(await sees(moulins.scope, 'streams')).toEqual([`account/${moulins.id}/test`]);
    expect(await sees(live.scope, 'events', 'stream')).toEqual([`account/${live.id}/live`]);
  });
  test('never sees lots, trays, deposits, pieces, numbers, facts, devices or other accounts', async () => {
    for (const table of [
      'lots',
      'trays',
      'deposits',
      'pieces',
      'facts',
      'number_ranges',
      'registered_numbers',
      'postage_entries',
      'cases',
      'api_keys',
      'intakes',
      'irreversible_steps',
    ])
      await refused(moulins.scope, `select from pli.${table}`);
    await refused(moulins.scope, 'select from pli.outbox');
    // Of a machine, whether it is simulated: a live order asks for it.
    await refused(moulins.scope, 'select name, address from pli.devices');
    expect(await sees(moulins.scope, 'accounts')).toEqual([moulins.id]);
    expect(await sees(moulins.scope, 'content_keys', 'owner_id')).toEqual([moulins.id]);
  });
  test('sees the rules of the sites of its contracts only', async () => {
    expect(await sees(moulins.scope, 'profiles', 'site_id')).toEqual([paris.id]);
    expect(await sees(fontaine.scope, 'stocks', 'site_id')).toEqual([paris.id, lyon.id].sort());
    expect(await sees(live.scope, 'sites')).toEqual([paper.id]);
  });
  test('changes no row of another, and makes none in its name or mode', async () => {
    const changed = await inScope(db.api, moulins.scope, (sql) =>
      sql(`update pli.letters set postcode = '00000' where id = $1 returning id`, [ofFontaine.letterIds[0]]),
    );
    expect(changed).toEqual([]);
    const insert = (account: string, mode: string) =>
      inScope(db.api, moulins.scope, (sql) =>
        sql(`insert into pli.templates (id, account_id, mode, name, created_at) values ($1, $2, $3, 'x', now())`, [
          newId('template'),
          account,
          mode,
        ]),
      );
    await expect(insert(fontaine.id, 'test')).rejects.toThrow('row-level security');
    await expect(insert(moulins.id, 'live')).rejects.toThrow('row-level security');
    await insert(moulins.id, 'test');
  });
  test('starts work only at sites of its contracts', async () => {
    const start = (site: string) =>
      inScope(db.api, moulins.scope, (sql) =>
        sql(
          `insert into pli.outbox (kind, site_id, account_id, order_id, letters, created_at) values ('order', $1, $2, $3, 1, now())`,
          [site, moulins.id, ofMoulins.id],
        ),
      );
    await expect(start(lyon.id)).rejects.toThrow('row-level security');
    await start(paris.id);
  });
});

describe('a site', () => {
  test('sees what belongs to it, across accounts', async () => {
    expect(await sees(paris.scope, 'orders')).toEqual(orders(ofMoulins, ofFontaine));
    expect(await sees(lyon.scope, 'orders')).toEqual(orders(ofLyon));
    expect(await sees(paris.scope, 'lots')).toEqual([lot.id]);
    for (const table of ['lots', 'pieces', 'trays', 'deposits', 'facts'])
      expect(await sees(lyon.scope, table)).toEqual([]);
    expect(await sees(paris.scope, 'devices')).toEqual([paris.printer, paris.inserter, paris.carrier].sort());
  });
  test('sees documents, keys and streams of the accounts bound to it by contract, in its own mode', async () => {
    expect(await sees(lyon.scope, 'accounts')).toEqual([fontaine.id]);
    expect(await sees(lyon.scope, 'documents', 'account_id')).toEqual([fontaine.id]);
    expect(await sees(paper.scope, 'documents', 'mode')).toEqual(['live']);
    expect(await sees(lyon.scope, 'streams')).toEqual([`account/${fontaine.id}/test`, `site/${lyon.id}`].sort());
    expect(await sees(paper.scope, 'streams')).toEqual([`account/${fontaine.id}/live`, `site/${paper.id}`].sort());
    expect(await sees(lyon.scope, 'content_keys', 'owner_id')).toEqual([fontaine.id, lyon.id].sort());
  });
  test('neither sees keys nor sets anything up', async () => {
    await refused(paris.scope, 'select from pli.api_keys');
    for (const table of ['accounts', 'contracts', 'sites', 'devices', 'profiles', 'stocks', 'templates'])
      await refused(paris.scope, `delete from pli.${table}`);
    await refused(paris.scope, `update pli.profiles set data = '{}'`);
    await refused(paris.scope, `insert into pli.orders (id) values ('x')`);
  });
  test('writes nothing into another site', async () => {
    const intruding = inScope(db.worker, lyon.scope, (sql) =>
      sql(
        `insert into pli.facts (site_id, source, source_id, kind, subject_id, data, at, recorded_at) values ($1, 's', '2', 'k', 'x', '{}', now(), now())`,
        [paris.id],
      ),
    );
    await expect(intruding).rejects.toThrow('row-level security');
  });
});

describe('the provider', () => {
  const provider: Scope = { role: 'pli_provider' };
  test('sets up accounts and sites and never sees letters', async () => {
    expect(await sees(provider, 'sites')).toEqual([paris.id, lyon.id, paper.id].sort());
    for (const table of [
      'letters',
      'orders',
      'documents',
      'templates',
      'blob_uses',
      'compositions',
      'lots',
      'pieces',
      'facts',
      'notes',
      'content_keys',
    ])
      await refused(provider, `select from pli.${table}`);
  });
  test('reads its own stream of the ledger only', async () => {
    expect(await sees(provider, 'events', 'stream')).toEqual(['provider']);
  });
});

test('the relay sees outbox, intakes and streams only', async () => {
  const relay: Scope = { role: 'pli_relay' };
  await sees(relay, 'outbox');
  await sees(relay, 'intakes', 'number');
  expect((await sees(relay, 'streams')).length).toBeGreaterThan(4);
  for (const table of [
    'letters',
    'orders',
    'events',
    'facts',
    'lots',
    'accounts',
    'sites',
    'api_keys',
    'content_keys',
    'blob_uses',
  ])
    await refused(relay, `select from pli.${table}`);
  await refused(relay, `update pli.streams set last_number = 0`);
});

test('the teller reads the feeds of accounts, writes of subscribers alone, and sees no letter', async () => {
  const teller: Scope = { role: 'pli_teller' };
  expect(await sees(teller, 'streams')).toEqual((await sees(teller, 'events', 'stream')).sort());
  expect((await sees(teller, 'events', 'stream')).every((name) => name.startsWith('account/'))).toBe(true);
  for (const table of ['letters', 'orders', 'documents', 'accounts', 'content_keys', 'api_keys', 'facts', 'outbox'])
    await refused(teller, `select from pli.${table}`);
  const tell = (subject: string) =>
    inScope(db.worker, teller, (sql) =>
      sql(
        `insert into pli.events (stream, number, account_id, mode, subject, subject_id, type, at, recorded_at, actor, cause, data, previous_hash, hash)
         values ($1, 1000000, $2, 'test', $3, 'x', 'x.x', now(), now(), 'x', '{}', '{}', '', sha256(''))`,
        [`account/${moulins.id}/test`, moulins.id, subject],
      ),
    );
  await expect(tell('letter')).rejects.toThrow('row-level security');
});

test('the eraser takes out drafts alone, and sees neither what letters say nor what belongs to a print room', async () => {
  const eraser: Scope = { role: 'pli_eraser' };
  expect(await sees(eraser, 'orders')).toEqual([]);
  for (const column of ['recipient', 'sender', 'data', 'client_reference'])
    await refused(eraser, `select ${column} from pli.letters`);
  for (const table of ['lots', 'pieces', 'facts', 'accounts', 'api_keys', 'content_keys', 'subscribers', 'events'])
    await refused(eraser, `select from pli.${table}`);
  const taken = await inScope(db.worker, eraser, (sql) =>
    sql(`update pli.letters set state = 'deleted', erased_at = now() returning id`),
  );
  expect(taken).toEqual([]);
  expect((await sees(eraser, 'streams')).every((name) => name.startsWith('account/'))).toBe(true);
});

test('the door answers one key by its hash and lists none', async () => {
  const door: Scope = { role: 'pli_door' };
  const hash = Buffer.alloc(32, 1);
  await write(db.api, { role: 'pli_provider' }, (tx) =>
    tx.create('key', 'key.made', [
      {
        id: newId('key'),
        role: 'customer',
        account_id: moulins.id,
        mode: 'test',
        name: 'n',
        prefix: 'p',
        hash,
        scopes: [],
        created_at: tx.at,
      },
    ]),
  );
  const ask = (h: Buffer) => inScope(db.api, door, (sql) => sql('select account_id, mode from pli.door_key($1)', [h]));
  expect(await ask(hash)).toEqual([{ account_id: moulins.id, mode: 'test' }]);
  expect(await ask(Buffer.alloc(32, 2))).toEqual([]);
  for (const table of ['api_keys', 'letters', 'accounts']) await refused(door, `select from pli.${table}`);
});

test('the auditor reads all but secrets, and writes nothing', async () => {
  const audit: Scope = { role: 'pli_audit' };
  expect(await sees(audit, 'orders')).toEqual(orders(ofMoulins, ofFontaine, ofLyon, ofLive));
  expect(await sees(audit, 'lots')).toEqual([lot.id]);
  await refused(audit, 'select hash from pli.api_keys');
  await refused(audit, 'select from pli.content_keys');
  await refused(audit, `update pli.letters set state = 'delivered'`);
  await refused(audit, `insert into pli.notes (id, site_id, subject_id, created_at) values ('x', 'x', 'x', now())`);
});

describe('an unset scope sees nothing', () => {
  const unset = async (role: string, table: string) => {
    const runner = db.api.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(`set local role ${role}`);
      return (await runner.query(`select 1 from pli.${table}`)) as unknown[];
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  test.each([
    'orders',
    'letters',
    'events',
    'streams',
    'documents',
    'contracts',
    'sites',
    'profiles',
    'accounts',
    'content_keys',
  ])('%s', async (table) => {
    expect(await unset('pli_account', table)).toEqual([]);
    expect(await unset('pli_site', table)).toEqual([]);
  });
  test('a login that takes on no role may do nothing', async () => {
    for (const database of [db.api, db.worker, db.checker])
      await expect(database.query('select from pli.letters')).rejects.toThrow('permission denied');
  });
  test('a process takes on no role that is not its own', async () => {
    await expect(inScope(db.worker, moulins.scope, (sql) => sql('select 1'))).rejects.toThrow('permission denied');
    await expect(inScope(db.worker, { role: 'pli_provider' }, (sql) => sql('select 1'))).rejects.toThrow(
      'permission denied',
    );
    await expect(inScope(db.checker, paris.scope, (sql) => sql('select 1'))).rejects.toThrow('permission denied');
    await expect(inScope(db.api, { role: 'pli_relay' }, (sql) => sql('select 1'))).rejects.toThrow('permission denied');
  });
  test('an id with a quote in it scopes nothing', async () => {
    await expect(inScope(db.api, accountScope("x'; reset role; --", 'test'), (sql) => sql('select 1'))).rejects.toThrow(
      'not an id',
    );
    await expect(inScope(db.worker, siteScope(''), (sql) => sql('select 1'))).rejects.toThrow('not an id');
  });
});

test('a pooled connection keeps no scope, whether the transaction committed or failed', async () => {
  const state = `select current_user as who, current_setting('app.account', true) as account, current_setting('app.site', true) as site`;
  await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      inScope(db.api, i % 2 ? moulins.scope : paris.scope, async (sql) => {
        await sql('select 1');
        if (i % 3 === 0) throw new Error('no');
      }).catch(() => undefined),
    ),
  );
  const runners = Array.from({ length: 20 }, () => db.api.createQueryRunner());
  try {
    for (const runner of runners) {
      const [row] = (await runner.query(state)) as Record<string, string | null>[];
      expect([row?.who, row?.account || null, row?.site || null]).toEqual(['pli_api', null, null]);
    }
  } finally {
    await Promise.all(runners.map((runner) => runner.release()));
  }
});

test('a statement that comes when its transaction is over does not run in that of somebody else', async () => {
  const kept = await inScope(db.api, moulins.scope, (sql) => Promise.resolve(sql));
  await expect(kept('select id from pli.orders')).rejects.toThrow('is over');
});

test('no role changes or removes an event', async () => {
  for (const scope of [
    moulins.scope,
    paris.scope,
    { role: 'pli_provider' },
    { role: 'pli_door' },
    { role: 'pli_audit' },
  ] satisfies Scope[]) {
    await refused(scope, `update pli.events set type = 'x'`);
    await refused(scope, `delete from pli.events`);
    await refused(scope, `truncate pli.events`);
  }
  for (const statement of [`update pli.events set type = 'x'`, 'delete from pli.events'])
    await refused({ role: 'pli_relay' }, statement);
});

test('nobody writes an event under a foreign stream name', async () => {
  const forge = (scope: Scope, stream: string, account: string | null, site: string | null, mode: string | null) =>
    inScope(db.api, scope, (sql) =>
      sql(
        `insert into pli.events (stream, number, account_id, site_id, mode, subject, subject_id, type, at, recorded_at, actor, cause, data, previous_hash, hash)
         values ($1, 1, $2, $3, $4, 'letter', 'x', 'x', now(), now(), 'x', '{}', '{}', '', $5)`,
        [stream, account, site, mode, Buffer.alloc(32)],
      ),
    );
  await expect(forge(moulins.scope, `account/${fontaine.id}/test`, fontaine.id, null, 'test')).rejects.toThrow(
    'row-level security',
  );
  await expect(forge(moulins.scope, `account/${fontaine.id}/test`, moulins.id, null, 'test')).rejects.toThrow(
    'check constraint',
  );
  await expect(forge(moulins.scope, `account/${moulins.id}/live`, moulins.id, null, 'test')).rejects.toThrow(
    'check constraint',
  );
  await expect(forge(paris.scope, 'provider', null, paris.id, null)).rejects.toThrow('check constraint');
});
