import { demonstrationProfile } from '#domain/site-profiles';
import type { SiteProfile } from '#domain/profiles';
import type { SimulatorFault } from '#contracts/simulator-journal';
import { liveDay, type Day } from './testing/day.ts';
import { openFactory, type Factory } from './testing/factory.ts';
import { prepareMail } from './testing/mail.ts';

/** Print rooms at work side by side: as many as keep both cores busy without making each other late. */
const AT_ONCE = Number(process.env.AT_ONCE ?? 20);
const TOGETHER_MS = 10 * 60_000;

/** Short times; two trays for the ordinary letters. Only the operator's release forms lots, so that each room's lots have the same numbers. */
const profile: SiteProfile = {
  ...demonstrationProfile,
  lots: { ...demonstrationProfile.lots, tray: { maxPieces: 3, lengthMm: 400 }, maxWaitSeconds: 240 },
  tracking: { pollSeconds: 1, deliverySeconds: 10, noReturnSeconds: 1 },
  deadlines: { ...demonstrationProfile.deadlines, differenceCaseSeconds: 20 },
  erase: { ...demonstrationProfile.erase, hours: 1 },
};

const faults = ['jam', 'swap', 'unknown_answer', 'divert', 'lose'] as const satisfies readonly SimulatorFault[];
const alone: SimulatorFault[][] = faults.map((fault) => [fault]);
const pairs: SimulatorFault[][] = faults.flatMap((one, i) => faults.slice(i + 1).map((other) => [one, other]));
const nameOf = (befallen: readonly SimulatorFault[]) => befallen.join(' and ');
/** FAULTS='jam and swap,drop' lives only those days. */
const wanted = process.env.FAULTS?.split(',');
const scenarios = [...alone, ...pairs].filter((befallen) => wanted?.includes(nameOf(befallen)) ?? true);

let factory: Factory;
let days: Map<string, Promise<Day>>;
beforeAll(async () => {
  factory = await openFactory(profile);
  const materials = await prepareMail(factory.customer);
  days = sideBySide(scenarios, (befallen) => liveDay(factory, materials, befallen));
}, 60_000);
afterAll(async () => {
  await Promise.allSettled(days.values());
  await factory.close();
}, TOGETHER_MS);

/** Lives all days, a few at a time, in their order. */
function sideBySide(all: readonly SimulatorFault[][], live: (befallen: SimulatorFault[]) => Promise<Day>) {
  const ends: Promise<Day>[] = [];
  return new Map(
    all.map((befallen, i) => {
      const day = (ends[i - AT_ONCE] ?? Promise.resolve()).then(
        () => live(befallen),
        () => live(befallen),
      );
      day.catch(() => undefined); // told by its own test
      ends.push(day);
      return [nameOf(befallen), day];
    }),
  );
}

test.each(scenarios.map((befallen) => [nameOf(befallen)]))(
  '%s: a person brings everything to rest',
  async (name) => {
    const day = (await days.get(name)) as Day;
    expect(day.open).toEqual([]);
    console.log(
      name,
      day.done,
      day.letters.map(({ state, copies, reasonText }) => `${state} ${copies} ${reasonText}`),
    );
  },
  TOGETHER_MS,
);

test(
  'the checker finds nothing in any of them',
  async () => {
    await Promise.allSettled(days.values());
    const { lost, duplicated, unexpected, stuck, mismatched, findings } = await factory.verify();
    expect(findings).toEqual([]);
    expect({ lost, duplicated, unexpected, stuck, mismatched }).toEqual({
      lost: 0,
      duplicated: 0,
      unexpected: 0,
      stuck: 0,
      mismatched: 0,
    });
  },
  TOGETHER_MS,
);
