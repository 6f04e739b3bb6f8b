import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MockActivityEnvironment } from '@temporalio/testing';
import { toolsFromEnv } from '#documents/tools';
import { openPrintRoom, type PrintRoom } from '../../workflows/testing/print-room.ts';
import { assembleActivities } from './assemble.ts';
import type { LotDeps } from './deps.ts';

let room: PrintRoom;
beforeAll(async () => {
  room = await openPrintRoom();
});
afterAll(() => room.close());

const assemble = (siteId: string, lotId: string, over: Partial<LotDeps> = {}) =>
  new MockActivityEnvironment().run(() => assembleActivities({ ...room.deps(), ...over }).assembleLot(siteId, lotId));
const marksOf = async (lotId: string) => (await room.pieces(lotId)).map((piece) => Number(piece.mark));
const file = (lotId: string, name: string) => join(room.deps().workDir, lotId, name);
const textOf = async (path: string) => (await promisify(execFile)(toolsFromEnv().pdftotext, [path, '-'])).stdout;

test('an assembly that was cut off goes on with the marks it had reserved', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 130, { data: { pages: 2 } });
  let reads = 0;
  const { blobs } = room.deps();
  const dying = {
    ...blobs,
    readAll: (...given: Parameters<typeof blobs.readAll>) =>
      ++reads > 2 ? Promise.reject(new Error('killed')) : blobs.readAll(...given),
  };
  await expect(assemble(at.site.id, lotId, { blobs: dying })).rejects.toThrow('killed');
  const marks = await marksOf(lotId);
  expect(new Set(marks).size).toBe(130);
  expect(await room.lot(lotId)).toMatchObject({ state: 'planned', print_file: null });

  await assemble(at.site.id, lotId);
  expect(await marksOf(lotId)).toEqual(marks);
  const [counter] = await room.house.db.asOwner(`select last_mark from pli.postage_counters where site_id = $1`, [
    at.site.id,
  ]);
  expect(Number(counter?.last_mark)).toBe(130);
  expect(await room.lot(lotId)).toMatchObject({
    state: 'assembled',
    print_file: `${lotId}/print.pdf`,
    sheets_banner: 2,
  });
});

test('a print file that got lost is written again, byte for byte the same', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 5);
  const printBy = await assemble(at.site.id, lotId);
  const first = await readFile(file(lotId, 'print.pdf'));
  await rm(file(lotId, 'print.pdf'));
  expect(await assemble(at.site.id, lotId)).toBe(printBy);
  expect((await readFile(file(lotId, 'print.pdf'))).equals(first)).toBe(true);
});

test('the lot ticket and a label a tray lie beside the print file', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 3, { service: 'registered' });
  await assemble(at.site.id, lotId);
  const ticket = await textOf(file(lotId, 'ticket.pdf'));
  expect(ticket).toContain('Fiche suiveuse');
  expect(ticket).toContain('Lettre recommandée');
  const [piece] = await room.pieces(lotId);
  expect(await textOf(file(lotId, `tray-${String(piece?.tray)}.pdf`))).toContain('3 plis');
  const printed = await textOf(file(lotId, 'print.pdf'));
  for (const { registered_number, window_code } of await room.pieces(lotId)) {
    expect(printed.replaceAll(/\s/g, '')).toContain(String(registered_number));
    expect(printed).toContain(String(window_code));
  }
});

test.each([
  [
    'postage_counter_missing',
    `update pli.postage_counters set carrier_contract = 'another' where site_id = $1`,
    'priority',
  ],
  ['registered_numbers_used_up', `update pli.number_ranges set next = last where site_id = $1`, 'registered'],
  [
    'site_without_machines',
    `update pli.devices set retired_at = now() where kind = 'inserter' and site_id = $1`,
    'priority',
  ],
])('%s stops the lot before anything is printed', async (code, mishap, service) => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 2, { service });
  await room.house.db.asOwner(mishap, [at.site.id]);
  await expect(assemble(at.site.id, lotId)).rejects.toMatchObject({ code });
  expect(await room.lot(lotId)).toMatchObject({ state: 'planned' });
});
