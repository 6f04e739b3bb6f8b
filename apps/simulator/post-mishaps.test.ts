import { trackingFiles } from '#carriers/tracking-files';
import { openFloor, type Floor } from './testing/floor.ts';
import { testLot, type TestLot } from './testing/lot.ts';
import { handedOver, manifestOf, producedOn } from './testing/production.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.close());

/** Makes a lot of so many pieces, two a tray, that its deposit's mishaps await. */
async function lotWith(number: number, pieces: number, ...faults: object[]): Promise<TestLot> {
  const lot = testLot(
    number,
    Array.from({ length: pieces }, () => 1),
    { perTray: 2 },
  );
  for (const fault of faults) await floor.post('/faults', { lot: number, ...fault });
  return producedOn(floor, lot);
}
const used = async (): Promise<string[]> => (await floor.records('fault_used')).map(({ fault }) => fault);
const msBetween = (a: { at: string } | undefined, b: { at: string } | undefined): number =>
  Date.parse(b?.at ?? '') - Date.parse(a?.at ?? '');
/** Part numbers in the order in which they were written, with the milliseconds after the count. */
async function written(): Promise<{ part: number; after: number; supplement: boolean }[]> {
  const [count] = await floor.records('deposit_accepted');
  return (await floor.records('acknowledgement_written')).map((record) => {
    return { part: record.part, after: msBetween(count, record), supplement: record.supplement === true };
  });
}

test('a lost envelope is nowhere in the room and, without a time, never found', async () => {
  const lot = await lotWith(91, 2, { fault: 'lose' });
  await handedOver(floor, manifestOf(lot));
  const [lost] = lot.job.pieces;
  expect((await floor.carrier.acknowledgements('PAR1-91'))[0]?.missing).toMatchObject([
    { windowCode: lost?.windowCode },
  ]);
  expect((await floor.seen()).envelopes).toEqual([]);
  expect(await floor.post('/hands', { windowCode: lost?.windowCode, tray: 1 })).toMatchObject({ status: 404 });
  expect(await used()).toEqual(['lose']);
});

test('one that is found late is accepted then, told by a supplement with its hour, and tracked from then on', async () => {
  const lot = await lotWith(92, 3, { fault: 'lose', ms: 40 });
  await handedOver(floor, manifestOf(lot, ['RA123456785FR']));
  await floor.until('acknowledgement_written', ({ supplement }) => supplement === true);
  const answers = await floor.carrier.acknowledgements('PAR1-92');
  const [found] = lot.job.pieces;
  const late = answers.at(-1);
  expect(answers.map(({ part }) => part)).toEqual([1, 2]);
  expect(answers[0]?.missing).toMatchObject([{ windowCode: found?.windowCode }]);
  expect(late).toMatchObject({
    supplement: true,
    found: [{ product: 'LV', band: '20', count: 1 }],
    foundLate: [{ tray: found?.tray, windowCode: found?.windowCode }],
  });
  const accepted = (await floor.records('item_accepted')).at(-1);
  expect(accepted).toMatchObject({ late: true, windowCode: found?.windowCode, registeredNumber: 'RA123456785FR' });
  expect(late?.acceptedAt).toBe(accepted?.at);
  expect(msBetween((await floor.records('acknowledgement_written'))[0], accepted)).toBeGreaterThanOrEqual(40);
  await floor.until('tracking', ({ code }) => code === 'DI1');
  expect(await floor.records('item_accepted')).toHaveLength(3);
});

test('a refused envelope is named with the reason, lies in the room again, and may be handed over once more', async () => {
  const lot = await lotWith(93, 2, { fault: 'refuse' });
  const manifest = await handedOver(floor, manifestOf(lot));
  const [answer] = await floor.carrier.acknowledgements('PAR1-93');
  const [back] = lot.job.pieces;
  expect(answer?.found).toEqual([{ product: 'LV', band: '20', count: 1 }]);
  expect(answer?.refused).toMatchObject([{ windowCode: back?.windowCode, reason: 'Affranchissement illisible' }]);
  expect((await floor.seen()).envelopes).toMatchObject([{ windowCode: back?.windowCode, where: 'back_from_post' }]);

  await floor.post('/hands', { windowCode: back?.windowCode, tray: 999 });
  const again = manifest.items.slice(0, 1).map((item) => ({ ...item, tray: 999 }));
  await handedOver(floor, { ...manifest, deposit: 'PAR1-94', items: again });
  expect((await floor.carrier.acknowledgements('PAR1-94'))[0]?.found).toMatchObject([{ count: 1 }]);
  expect(await used()).toEqual(['refuse']);
});

test('an acknowledgement comes late by as much as was asked for', async () => {
  const lot = await lotWith(95, 1, { fault: 'late_acknowledgement', ms: 60 });
  await handedOver(floor, manifestOf(lot));
  const [only] = await written();
  expect(only?.after).toBeGreaterThanOrEqual(60);
});

test('an acknowledgement comes in parts: the first tray now, the rest after a while; a single tray in two halves', async () => {
  const lot = await lotWith(96, 4, { fault: 'partial_acknowledgement', ms: 60 });
  await handedOver(floor, manifestOf(lot));
  const [first, second] = await written();
  expect([first?.part, second?.part]).toEqual([1, 2]);
  const [now, later] = await floor.records('acknowledgement_written');
  expect(msBetween(now, later)).toBeGreaterThan(0);
  expect(second?.after).toBeGreaterThanOrEqual(60);

  const single = await lotWith(97, 2, { fault: 'partial_acknowledgement', ms: 20 }, { fault: 'lose' });
  await handedOver(floor, manifestOf(single));
  const halves = await floor.carrier.acknowledgements('PAR1-97');
  expect(halves.map(({ part, last, found, missing }) => [part, last, found.length, missing.length])).toEqual([
    [1, false, 1, 0],
    [2, true, 0, 1],
  ]);
});

test('an acknowledgement comes in the wrong order: its last part first', async () => {
  const lot = await lotWith(98, 6, { fault: 'reordered_acknowledgement', ms: 20 });
  await floor.carrier.announce(manifestOf(lot));
  await floor.carrier.handOver('PAR1-98');
  await floor.until('acknowledgement_written', ({ part }) => part === 1);
  expect((await written()).map(({ part }) => part)).toEqual([3, 2, 1]);
  const answers = await floor.carrier.acknowledgements('PAR1-98');
  expect(answers.map(({ part, last, found }) => [part, last, found[0]?.count])).toEqual([
    [1, false, 2],
    [2, false, 2],
    [3, true, 2],
  ]);
});

test('of two registered letters one is lost on the way and one comes back after it was delivered', async () => {
  const numbers = ['RA123456785FR', 'RA287043775FR', 'RA473124829FR'];
  const lot = await lotWith(99, 3, { fault: 'lost_on_the_way' }, { fault: 'returned_late', ms: 30 });
  await handedOver(floor, manifestOf(lot, numbers));
  await floor.until('tracking', ({ number, code }) => number === numbers[1] && code === 'DI2');
  await floor.until('tracking', ({ number, code }) => number === numbers[2] && code === 'DI1');
  const tracked = await floor.tracking.track(numbers);
  expect(tracked.map(({ events }) => events.map(({ carrierCode }) => carrierCode))).toEqual([
    ['PC1', 'ET1'],
    ['PC1', 'ET1', 'DI1', 'DI2'],
    ['PC1', 'ET1', 'DI1'],
  ]);
  expect((await used()).sort()).toEqual(['lost_on_the_way', 'returned_late']);
});

test('tracking files tell the same events as the poll, each once; either way can be shut', async () => {
  const numbers = ['RA123456785FR', 'RA287043775FR'];
  await floor.post('/speed', { tracking: 'file' });
  const lot = await lotWith(100, 2);
  await handedOver(floor, manifestOf(lot, numbers));
  await floor.until('tracking', ({ number, code }) => number === numbers[1] && code === 'DI1');
  const last = (await floor.records('tracking')).at(-1)?.n ?? 0;
  await floor.until('tracking_told', ({ upTo }) => upTo >= last);
  expect((await floor.tracking.track(numbers)).map(({ known }) => known)).toEqual([false, false]);

  // Stopped and opened again, so that the last file is surely in place: a file is journalled before it is written.
  await floor.restart();
  const files = trackingFiles(floor.simulator.post);
  const told = (await Promise.all((await files.list()).map((name) => files.read(name)))).flatMap((each) => each ?? []);
  const polled = (await floor.tracking.track(numbers)).flatMap(({ events }) => events);
  expect(told.map(({ sourceId }) => sourceId).sort()).toEqual(polled.map(({ sourceId }) => sourceId).sort());
  expect(polled).toHaveLength(6);

  const before = (await files.list()).length;
  await floor.post('/speed', { tracking: 'poll' });
  const other = await lotWith(101, 1);
  await handedOver(floor, manifestOf(other, ['RA473124829FR']));
  await floor.until('tracking', ({ number, code }) => number === 'RA473124829FR' && code === 'DI1');
  expect((await files.list()).length).toBe(before);
});
