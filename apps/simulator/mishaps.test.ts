import { openFloor, type Floor } from './testing/floor.ts';
import { testLot, type TestLot } from './testing/lot.ts';
import { handedOver, manifestOf, producedOn } from './testing/production.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.close());

const armed = async (): Promise<unknown[]> =>
  ((await (await fetch(`${floor.simulator.http}/state`)).json()) as { armed: unknown[] }).armed;
const piece = (lot: TestLot, position: number) => {
  const found = lot.job.pieces[position - 1];
  if (!found) throw new Error(`no piece ${position}`);
  return found;
};
const onFloor = async () => (await floor.seen()).envelopes.map(({ windowCode, where }) => [windowCode, where]);

test('a dropped envelope lies on the floor, closed over its own sheets; the inserter knows nothing of it', async () => {
  const lot = testLot(71, [1, 2, 1]);
  await floor.post('/faults', { lot: 71, fault: 'drop' });
  await producedOn(floor, lot);
  const dropped = piece(lot, 2);
  const { records, complete } = await floor.inserter.results(lot.name);
  expect(complete).toBe(true);
  expect(records.map(({ sequence, position }) => [sequence, position])).toEqual([
    [1, 1],
    [2, 3],
  ]);
  expect((await floor.records('envelope_closed')).filter(({ outcome }) => outcome === 'dropped')).toMatchObject([
    { sequence: null, position: 2, windowCode: dropped.windowCode, sheetCodes: dropped.sheetCodes, tray: null },
  ]);
  expect(await onFloor()).toEqual([[dropped.windowCode, 'floor']]);
  expect(await armed()).toEqual([]);
});

test('a double feed closes an envelope over a stranger that no camera saw, and leaves the next piece incomplete', async () => {
  const lot = testLot(72, [2, 3, 1]);
  await floor.post('/faults', { lot: 72, fault: 'double_feed' });
  await producedOn(floor, lot);
  const [first, second] = [piece(lot, 1), piece(lot, 2)];
  const { records } = await floor.inserter.results(lot.name);
  expect(records).toMatchObject([
    { position: 1, sheetCodes: first.sheetCodes, outcome: 'closed' },
    { position: 2, sheetCodes: second.sheetCodes.slice(1), outcome: 'incomplete', windowCode: null },
    { position: 3, outcome: 'closed' },
  ]);
  const really = [...first.sheetCodes, second.sheetCodes[0]];
  expect((await floor.records('envelope_closed'))[0]).toMatchObject({ sheetCodes: really, read: first.sheetCodes });
  // The bin holds what is left of the second piece; the stranger is found by whoever opens the envelope.
  const binned = async () => (await floor.seen()).sheets.map(({ sheetCode }) => sheetCode).sort();
  const banners = [lot.header, lot.trailer];
  expect(await binned()).toEqual([...banners, ...second.sheetCodes.slice(1)].sort());
  const opened = await floor.post('/hands', { windowCode: first.windowCode, open: true });
  expect(opened.body).toMatchObject({ sheetCodes: really });
  expect(await binned()).toEqual([...banners, ...first.sheetCodes, ...second.sheetCodes].sort());
});

test('a double feed takes the only sheet of a piece: nothing is left of it', async () => {
  const lot = testLot(73, [1, 1]);
  await floor.post('/faults', { lot: 73, fault: 'double_feed' });
  await producedOn(floor, lot);
  const { records } = await floor.inserter.results(lot.name);
  expect(records[1]).toMatchObject({ position: 2, outcome: 'incomplete', sheetCodes: [] });
});

test('a hand takes an envelope after the inserter told of it: the post misses it, and it lies on a desk', async () => {
  const lot = testLot(74, [1, 1, 1]);
  await floor.post('/faults', { lot: 'next', fault: 'hand' });
  await producedOn(floor, lot);
  await floor.until('fault_used', ({ fault }) => fault === 'hand');
  const taken = piece(lot, 1);
  expect((await floor.inserter.results(lot.name)).records[0]).toMatchObject({ outcome: 'closed', tray: taken.tray });
  expect(await onFloor()).toEqual([[taken.windowCode, 'desk']]);
  await handedOver(floor, manifestOf(lot));
  const [answer] = await floor.carrier.acknowledgements('PAR1-74');
  expect(answer?.missing).toEqual([{ kind: 'missing', tray: taken.tray, windowCode: taken.windowCode }]);
  expect(await onFloor()).toEqual([[taken.windowCode, 'desk']]);
});

test('all mishaps of the inserter in one lot befall different pieces, each once, and every sheet is accounted for', async () => {
  const lot = testLot(75, [1, 2, 1, 2, 1, 2, 1, 2]);
  const all = ['jam', 'swap', 'double_feed', 'divert', 'drop', 'hand'] as const;
  for (const fault of all) await floor.post('/faults', { lot: 75, fault });
  await producedOn(floor, lot);
  await floor.until('fault_used', ({ fault }) => fault === 'hand');
  const used = await floor.records('fault_used');
  expect(used.map(({ fault }) => fault).sort()).toEqual([...all].sort());
  expect(await armed()).toEqual([]);

  const closed = await floor.records('envelope_closed');
  const whereabouts = (await floor.seen()).envelopes.map(({ where }) => where).sort();
  expect(whereabouts).toEqual(['desk', 'floor', 'pocket']);
  expect(closed.filter(({ read }) => read !== undefined)).toHaveLength(1);
  const inside = closed.flatMap(({ sheetCodes }) => sheetCodes);
  const loose = (await floor.seen()).sheets.flatMap(({ sheetCode }) => sheetCode ?? []);
  const out = (await floor.records('sheet_out')).flatMap(({ sheetCode }) => sheetCode ?? []);
  expect([...inside, ...loose].sort()).toEqual(out.sort());
});

test('a fault of one site leaves the other alone, though their lots bear one number', async () => {
  const [ours, theirs] = [testLot(76, [1, 1]), testLot(76, [1, 1], { site: 'LYO2' })];
  await floor.post('/faults', { site: 'LYO2', lot: 76, fault: 'divert' });
  await floor.post('/faults', { site: 'LYO2', lot: 76, fault: 'lose' });
  await producedOn(floor, ours);
  expect(await onFloor()).toEqual([]);
  await producedOn(floor, theirs);
  expect((await floor.seen({ site: 'LYO2' })).envelopes).toMatchObject([{ site: 'LYO2', lot: 76, where: 'pocket' }]);
  expect((await floor.seen({ site: 'PAR1' })).envelopes).toEqual([]);
  await handedOver(floor, manifestOf(ours));
  await handedOver(floor, manifestOf(theirs));
  expect(await floor.records('item_missing')).toHaveLength(2); // one diverted, one lost
  expect((await floor.records('item_missing')).every(({ deposit }) => deposit === 'LYO2-76')).toBe(true);
});

test('a fault that finds nothing to befall waits for a lot that has it', async () => {
  await floor.post('/faults', { lot: 'next', fault: 'swap' });
  await producedOn(floor, testLot(77, [1, 1]));
  expect(await armed()).toMatchObject([{ fault: 'swap' }]);
  await producedOn(floor, testLot(78, [2, 1]));
  expect(await armed()).toEqual([]);
});
