import { join } from 'node:path';
import { openFloor, type Floor } from './testing/floor.ts';
import { testLot } from './testing/lot.ts';
import { handedOver, manifestOf, producedOn } from './testing/production.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.close());

test('who walks by sees the stack before it is inserted, then banners in the bin and what is in a tray', async () => {
  const lot = testLot(81, [1, 2], { perTray: 1 });
  const file = await lot.print(join(floor.directory, 'lot.pdf'));
  await floor.printer.submit({ name: lot.name, file, sheets: 5, sides: 'one-sided' });
  await floor.until('job_ended');
  expect((await floor.seen()).sheets).toEqual(
    lot.sheetCodes.map((sheetCode) => ({ site: 'PAR1', lot: 81, sheetCode, where: 'stack' })),
  );
  await floor.inserter.submit(lot.job);
  await floor.until('lot_ended');
  const { envelopes, sheets } = await floor.seen();
  expect(envelopes).toEqual([]);
  expect(sheets.map(({ sheetCode, where }) => [sheetCode, where])).toEqual([
    [lot.header, 'bin'],
    [lot.trailer, 'bin'],
  ]);
  const second = lot.job.pieces[1];
  expect((await floor.seen({ tray: 811 })).envelopes).toMatchObject([
    { windowCode: second?.windowCode, where: 'tray', tray: 811 },
  ]);
  expect((await floor.seen({ lot: 82 })).sheets).toEqual([]);
});

test('a hand moves an envelope, opens it once and finds what is really inside; what is open is gone', async () => {
  const lot = await producedOn(floor, testLot(82, [2, 1]));
  const [a, b] = lot.job.pieces;
  const hand = (body: object) => floor.post('/hands', body);
  expect(await hand({ windowCode: a?.windowCode, tray: null })).toMatchObject({ status: 200, body: { tray: null } });
  expect((await floor.seen()).envelopes).toMatchObject([{ windowCode: a?.windowCode, where: 'desk' }]);
  expect(await hand({ windowCode: a?.windowCode, tray: 820 })).toMatchObject({ status: 200, body: { tray: 820 } });
  await hand({ windowCode: a?.windowCode, tray: 820 });
  expect(await floor.records('envelope_moved')).toHaveLength(2);

  const opening = { windowCode: a?.windowCode, open: true };
  const found = await hand(opening);
  expect(found).toMatchObject({ status: 200, body: { sheetCodes: a?.sheetCodes } });
  expect(await hand(opening)).toEqual(found);
  expect(await floor.records('envelope_opened')).toMatchObject([{ sheetCodes: a?.sheetCodes }]);
  expect(await hand({ windowCode: a?.windowCode, tray: 820 })).toMatchObject({ status: 404 });
  expect((await floor.seen({ tray: 820 })).envelopes).toMatchObject([{ windowCode: b?.windowCode }]);
  expect(await hand({ windowCode: b?.windowCode })).toMatchObject({ status: 400 });
});

test('what the post has is out of reach, and so are its trays', async () => {
  const lot = await producedOn(floor, testLot(83, [1, 1], { perTray: 1 }));
  const [a, b] = lot.job.pieces;
  const { items, ...header } = manifestOf(lot);
  await handedOver(floor, { ...header, items: items.slice(0, 1) });
  expect(await floor.post('/hands', { windowCode: a?.windowCode, open: true })).toMatchObject({ status: 404 });
  expect(await floor.post('/hands', { windowCode: b?.windowCode, tray: 830 })).toMatchObject({ status: 409 });
  expect(await floor.post('/hands', { windowCode: b?.windowCode, tray: 900 })).toMatchObject({ status: 200 });
});
