import type { DataSource } from 'typeorm';
import { openDatabase } from './data-source.ts';
import { inLedger } from './ledger.ts';
import { inScope, siteScope } from './scope.ts';
import { migrate } from './migrate.ts';

const admin = process.env.TEST_ADMIN_DATABASE_URL ?? '';
let db: DataSource;
beforeAll(async () => {
  await migrate(admin, [{ name: 'pli_api', password: 'x' }, { name: 'pli_worker', password: 'x' }]);
  const u = new URL(admin);
  u.username = 'pli_api'; u.password = 'x';
  db = await openDatabase(u.href);
});
afterAll(() => db?.destroy());

test('ledger', async () => {
  const now = new Date();
  await inLedger(db, { role: 'pli_provider' }, { actor: 'test', cause: {} }, () => new Date(), async (tx) => {
    await tx.sql(`insert into pli.streams (id, site_id) values ('site/sit_1', 'sit_1')`);
    await tx.create('site', 'site.created', [{ id: 'sit_1', code: 'PAR1', name: 'Paris', mode: 'test', time_zone: 'Europe/Paris', state: 'active', created_at: now }]);
  });
  await inLedger(db, siteScope('sit_1'), { actor: 'test', cause: {} }, () => new Date(), async (tx) => {
    await tx.create('lot', 'lot.planned', [1, 2].map((n) => ({ id: `lot_${n}`, site_id: 'sit_1', mode: 'test', number: n, kind: 'ordinary', key: {}, key_text: 'k', state: 'planned', state_since: now, pieces: 1, sheets: 1, planned_deposit_date: '2026-11-22', created_at: now })));
    expect(await tx.change('lot', 'lot.assembled', [{ id: 'lot_1', set: { state: 'assembled', sheets_printed: 3 } }, { id: 'lot_2', set: { state: 'assembled', sheets_printed: 4 } }])).toHaveLength(2);
  });
  await expect(inLedger(db, siteScope('sit_1'), { actor: 'test', cause: {} }, () => new Date(), async (tx) => {
    await tx.change('lot', 'lot.printed', [{ id: 'lot_1', set: { state: 'printed' } }]);
  })).rejects.toThrow('no longer in a state');
  const rows = await inScope(db, siteScope('sit_1'), (sql) => sql('select stream, number, type, data from pli.events order by number'));
  console.log(JSON.stringify(rows, null, 1));
  expect(await inScope(db, siteScope('sit_2'), (sql) => sql('select * from pli.lots'))).toEqual([]);
});
