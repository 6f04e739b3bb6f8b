import type { SiteProfile } from '#domain/profiles';
import { demonstrationProfile } from '#domain/site-profiles';
import { liveDay, type Day } from './testing/day.ts';
import { openFactory, type Factory } from './testing/factory.ts';
import { prepareMail } from './testing/mail.ts';
import { daysOf, nameOf, type Mishap } from './testing/mishaps.ts';
import { Rooms } from './testing/rooms.ts';
import { doubledSheets, untold } from './testing/stories.ts';

/** Print rooms at work side by side: as many as keep the processors busy while deposits wait for their slots. */
const ROOMS = 20;
/** All days together, on a machine that is busy with other tests. */
const TOGETHER_MS = 14 * 60_000;
/** Sheets that the simulator's jam prints again. */
const JAM_SHEETS = 3;

/** Short times, and two trays for the ordinary letters. */
const profile: SiteProfile = {
  ...demonstrationProfile,
  lots: { ...demonstrationProfile.lots, tray: { maxPieces: 3, lengthMm: 400 }, maxWaitSeconds: 240 },
  depositSlots: { kind: 'every', seconds: 10 },
  tracking: { pollSeconds: 30, deliverySeconds: 10, noReturnSeconds: 1 },
  erase: { ...demonstrationProfile.erase, hours: 1 },
};

/** FAULTS='jam and swap,drop' lives only those days, FAULTS=pairs each fault and each pair in a day of its own. */
const lived = daysOf(process.env.FAULTS);

let factory: Factory;
let ends: Map<readonly Mishap[], Promise<Day>>;
beforeAll(async () => {
  factory = await openFactory(profile);
  const materials = await prepareMail(factory.customer);
  const rooms = new Rooms(factory, Math.min(ROOMS, lived.length));
  // Both ways of a person are gone: a tidy one on every other day.
  const isTidy = (mishaps: readonly Mishap[]) => lived.indexOf(mishaps) % 2 === 1;
  ends = new Map(
    lived.map((mishaps) => {
      const day = rooms.lend((room) => liveDay(factory, room, materials, mishaps, isTidy(mishaps)));
      day.catch(() => undefined); // told by its own test
      return [mishaps, day];
    }),
  );
}, 120_000);
afterAll(async () => {
  await Promise.allSettled(ends.values());
  await factory.close();
}, TOGETHER_MS);

test.each(lived.map((mishaps) => [nameOf(mishaps), mishaps] as const))(
  '%s: a person brings everything to rest, and the letters tell it',
  async (_name, mishaps) => {
    const day = (await ends.get(mishaps)) as Day;
    expect({ open: day.open, done: day.done }).toEqual({ open: [], done: day.done });
    expect({ untold: mishaps.flatMap((mishap) => untold(day, mishap)), done: day.done }).toEqual({
      untold: [],
      done: day.done,
    });
    if (mishaps.includes('jam')) expect(doubledSheets(day)).toBe(JAM_SHEETS);
  },
  TOGETHER_MS,
);

test(
  'the checker finds nothing on any of these days',
  async () => {
    await Promise.allSettled(ends.values());
    const { lost, duplicated, unexpected, stuck, mismatched, findings } = await factory.verify();
    expect(findings).toEqual([]);
    expect(lost + duplicated + unexpected + stuck + mismatched).toBe(0);
  },
  TOGETHER_MS,
);
