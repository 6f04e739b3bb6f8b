import { cloneDatabase, type TestDatabase } from './testing/clone-database.ts';
import {
  makeAccount,
  makeOrder,
  makeSite,
  type TestAccount,
  type TestOrder,
  type TestSite,
} from './testing/fixtures.ts';
import { makeLot, type TestLot } from './testing/production.ts';

let db: TestDatabase;
let paris: TestSite;
let lyon: TestSite;
let paper: TestSite; // live
let moulins: TestAccount;
let fontaine: TestAccount; // in both modes
let ofMoulins: TestOrder;
let ofFontaine: TestOrder;
let ofLive: TestOrder;
let lot: TestLot;
beforeAll(async () => {
  db = await cloneDatabase();
  [paris, lyon, paper] = [await makeSite(db.api), await makeSite(db.api), await makeSite(db.api, { mode: 'live' })];
  moulins = await makeAccount(db.api, paris);
  fontaine = await makeAccount(db.api, paris);
  const live = await makeAccount(db.api, paper, { id: fontaine.id });
  ofMoulins = await makeOrder(db.api, moulins, paris);
  ofFontaine = await makeOrder(db.api, fontaine, paris);
  ofLive = await makeOrder(db.api, live, paper);
  lot = await makeLot(db.worker, paris, moulins, ofMoulins);
});
afterAll(() => db?.drop());

describe('nothing mixes modes', () => {
  const asOwner = (statement: string, ...parameters: unknown[]) => db.asOwner(statement, parameters);
  test('not even the owner of the database can point from one mode into the other', async () => {
    const [letter] = ofMoulins.letterIds;
    await expect(asOwner(`update pli.letters set mode = 'live' where id = $1`, letter)).rejects.toThrow('foreign key');
    await expect(asOwner(`update pli.orders set mode = 'live' where id = $1`, ofMoulins.id)).rejects.toThrow(
      'foreign key',
    );
    await expect(asOwner(`update pli.orders set site_id = $1 where id = $2`, paper.id, ofMoulins.id)).rejects.toThrow(
      'foreign key',
    );
    await expect(
      asOwner(`update pli.letters set order_id = $1, position = 9 where id = $2`, ofLive.id, letter),
    ).rejects.toThrow('foreign key');
    await expect(asOwner(`update pli.pieces set mode = 'live' where lot_id = $1`, lot.id)).rejects.toThrow(
      'foreign key',
    );
    await expect(asOwner(`update pli.contracts set mode = 'live' where site_id = $1`, paris.id)).rejects.toThrow(
      'foreign key',
    );
    await expect(asOwner(`update pli.trays set mode = 'live' where id = $1`, lot.tray)).rejects.toThrow('foreign key');
    await expect(
      asOwner(`update pli.deposits set carrier_id = $1 where id = $2`, paper.carrier, lot.deposit),
    ).rejects.toThrow('foreign key');
    await expect(asOwner(`update pli.lots set printer_id = $1 where id = $2`, lyon.printer, lot.id)).rejects.toThrow(
      'foreign key',
    );
    await expect(asOwner(`update pli.sites set mode = 'live' where id = $1`, paris.id)).rejects.toThrow('foreign key');
    await expect(asOwner(`update pli.postage_counters set mode = 'live' where site_id = $1`, paris.id)).rejects.toThrow(
      'foreign key',
    );
  });
  test('a letter is made of documents and templates of its own account and mode', async () => {
    const [{ id: foreign }] = (await asOwner(
      `select id from pli.documents where account_id = $1 and mode = 'live'`,
      fontaine.id,
    )) as [{ id: string }];
    await expect(
      asOwner(`update pli.letters set document_id = $1 where id = $2`, foreign, ofFontaine.letterIds[0]),
    ).rejects.toThrow('foreign key');
    await expect(
      asOwner(`update pli.letters set document_id = $1 where id = $2`, foreign, ofMoulins.letterIds[0]),
    ).rejects.toThrow('foreign key');
  });
  test('a live site has no simulated device, a test site no other', async () => {
    await expect(asOwner(`update pli.devices set simulated = true where site_id = $1`, paper.id)).rejects.toThrow(
      'check constraint',
    );
    await expect(asOwner(`update pli.devices set simulated = false where site_id = $1`, paris.id)).rejects.toThrow(
      'check constraint',
    );
  });
  test('a key, a range and a counter keep the mode of their site', async () => {
    const range = `insert into pli.number_ranges (id, site_id, mode, kind, prefix, country, first, last, next, created_at) values ('rng_1', $1, $2, 's10', 'RA', 'FR', 1, 9, 1, now())`;
    await expect(asOwner(range, paris.id, 'live')).rejects.toThrow('foreign key');
    const key = `insert into pli.api_keys (id, role, account_id, mode, site_id, name, prefix, hash, scopes, created_at) values ('key_1', $1, $2, $3, $4, 'n', 'p', '1', '{}', now())`;
    for (const wrong of [
      ['customer', moulins.id, null, null],
      ['customer', moulins.id, 'test', paris.id],
      ['operator', null, null, null],
      ['operator', moulins.id, null, paris.id],
      ['provider', moulins.id, null, null],
      ['provider', null, 'test', null],
    ])
      await expect(asOwner(key, ...wrong)).rejects.toThrow('check constraint');
    await expect(asOwner(key, 'operator', null, 'live', paris.id)).rejects.toThrow('foreign key');
  });
});
