import type { Manifest } from '#carriers/carrier';
import { openFloor, type Floor } from './testing/floor.ts';
import { testLot, type TestLot } from './testing/lot.ts';
import { handedOver, manifestOf, producedOn } from './testing/production.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.close());

const produced = (lot: TestLot): Promise<TestLot> => producedOn(floor, lot);
const handOver = (manifest: Manifest): Promise<Manifest> => handedOver(floor, manifest);

test('the post counts what lies in the trays, by product and band, and tells the hour', async () => {
  const lot = await produced(testLot(31, [1, 4, 1]));
  await handOver(manifestOf(lot));
  const [answer, ...more] = await floor.carrier.acknowledgements('PAR1-31');
  expect(more).toEqual([]);
  expect(answer).toMatchObject({ part: 1, last: true, missing: [], undeclared: [] });
  expect(answer?.found).toEqual([
    { product: 'LV', band: '20', count: 2 },
    { product: 'LV', band: '50', count: 1 },
  ]);
  expect(Date.parse(answer?.acceptedAt ?? '')).not.toBeNaN();
  expect(await floor.records('item_accepted')).toHaveLength(3);
});

test('an envelope that the post does not find is named as missing; one that nobody declared too', async () => {
  const lot = await produced(testLot(32, [1, 1, 1]));
  await floor.post('/faults', { lot: 32, fault: 'lose' });
  const manifest = manifestOf(lot);
  await handOver({ ...manifest, items: manifest.items.slice(0, 2) });
  const [answer] = await floor.carrier.acknowledgements('PAR1-32');
  const [first, , third] = lot.job.pieces;
  expect(answer?.missing).toMatchObject([{ windowCode: first?.windowCode, tray: 320 }]);
  expect(answer?.undeclared).toMatchObject([{ windowCode: third?.windowCode, tray: 320 }]);
});

test('instalments of an acknowledgement add up', async () => {
  await floor.post('/speed', { acknowledge: 'by_tray' });
  const lot = await produced(testLot(33, [1, 1, 1], { perTray: 2 }));
  await handOver(manifestOf(lot));
  const answers = await floor.carrier.acknowledgements('PAR1-33');
  expect(answers.map(({ part, last, found }) => [part, last, found[0]?.count])).toEqual([
    [1, false, 2],
    [2, true, 1],
  ]);
});

test('a deposit is announced and handed over once', async () => {
  const lot = await produced(testLot(34, [1]));
  const manifest = manifestOf(lot);
  await expect(floor.carrier.handOver(manifest.deposit)).rejects.toMatchObject({ code: 'manifest_not_announced' });
  await handOver(manifest);
  await floor.carrier.announce(manifest);
  await floor.carrier.handOver(manifest.deposit);
  await expect(floor.carrier.announce({ ...manifest, date: '2026-11-24' })).rejects.toMatchObject({
    code: 'manifest_conflict',
  });
  expect(await floor.carrier.handedOver(manifest.deposit)).toBe(true);
  expect(await floor.records('manifest_taken')).toHaveLength(1);
});

test('a registered letter is followed until it is delivered; unknown numbers are told apart', async () => {
  const numbers = ['RA123456785FR', 'RA287043775FR'];
  const lot = await produced(testLot(35, [1, 1]));
  expect(await floor.tracking.track(numbers)).toMatchObject([{ known: false }, { known: false }]);
  await handOver(manifestOf(lot, numbers));
  await floor.until('tracking', ({ number, code }) => number === numbers[1] && code === 'DI1');

  const [first, , unknown] = await floor.tracking.track([...numbers, 'RA999999999FR']);
  expect(first).toMatchObject({ known: true, final: true, product: 'SPECIMEN LV' });
  expect(first?.events.map(({ kind }) => kind)).toEqual(['deposited', 'in_transit', 'delivered']);
  expect(unknown).toMatchObject({ known: false, events: [] });
  const [alone] = await floor.tracking.track([numbers[0] ?? '']);
  expect(alone?.events.map(({ sourceId }) => sourceId)).toEqual(first?.events.map(({ sourceId }) => sourceId));
});
