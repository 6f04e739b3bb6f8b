import { setTimeout as delay } from 'node:timers/promises';
import type { DepositView } from '#contracts/api/deposits';
import type { EventView } from '#contracts/api/events';
import type { FloorLetter } from '#contracts/api/floor-letters';
import type { LetterRow } from '#contracts/api/letters';
import type { LotView } from '#contracts/api/lots';
import { letterHasEnded } from '#domain/life-cycles';
import type { PliApi } from '../../demonstration/api-client.ts';
import { FloorPerson } from '../../floor-person/floor-person.ts';
import { SimulatedRoom } from '../../floor-person/simulated-room.ts';
import type { Factory, PrintRoom } from './factory.ts';
import { sendMail, type Materials } from './mail.ts';
import { arm, ordinaryLot, registeredLot, stillArmed, type Mishap } from './mishaps.ts';

/** Between two looks at what is new in a room. */
const LOOK_MS = 1000;
/** A person walks even if nothing is told for so long. */
const WALK_AT_LEAST_MS = 5000;
/** How long a missing envelope is looked for. */
const SEARCH_MS = 3000;
/** From an order to its lot. */
const FORMED_MS = 2 * 60_000;
/** From the order to the last thing at rest. A day that takes longer has something in it that nobody brings to rest. */
const PATIENCE_MS = 10 * 60_000;

/** A registered lot, and two trays of ordinary letters. */
const mail = [
  { service: 'registered', letters: 3, lot: registeredLot },
  { service: 'priority', letters: 6, lot: ordinaryLot },
] as const;

/** What is left of a day in a print room when everything in it is at rest. */
export interface Day {
  readonly tidies: boolean;
  readonly letters: readonly FloorLetter[];
  readonly lots: readonly LotView[];
  /** The number of its first lot. */
  readonly firstLot: number;
  /** What the person did, in sentences. */
  readonly done: readonly string[];
  /** What was still not at rest when patience ended. */
  readonly open: readonly string[];
}

/**
 * A day in a print room: its mail comes in, mishaps befall it, a person walks until everything is at rest.
 * @param tidies the person picks up what lies about before it is missed, and offers again what the carrier handed back
 */
export async function liveDay(
  factory: Factory,
  room: PrintRoom,
  materials: Materials,
  mishaps: readonly Mishap[],
  tidies: boolean,
): Promise<Day> {
  const { simulator, customer } = factory;
  const { operator, code } = room;
  const firstLot = 1 + Math.max(0, ...(await operator.all<LotView>('/v1/site/lots')).map(({ number }) => number));
  for (const mishap of mishaps) await arm(simulator.http, code, firstLot, mishap);
  const done: string[] = [];
  const person = new FloorPerson(operator, new SimulatedRoom(simulator.http, code), {
    say: (sentence) => void done.push(sentence),
    searchMs: SEARCH_MS,
    tidies,
    offersAgain: () => tidies,
  });
  const orderIds: string[] = [];
  for (const { lot, ...kind } of mail)
    orderIds.push(await makeLot(factory, room, materials, { ...kind, lot: firstLot + lot - 1 }));

  const feed = new Feed(operator);
  let open = ['not looked yet'];
  let walkedAt = 0;
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(LOOK_MS)) {
    if (!(await feed.hasNews()) && Date.now() - walkedAt < WALK_AT_LEAST_MS) continue;
    walkedAt = Date.now();
    await person.walk();
    const waiting = await notAtRest(customer, operator, orderIds);
    if (waiting.length > 0 && waiting.every((what) => what.endsWith('accepted_by_carrier'))) await room.trackingIsDue();
    open = [...waiting, ...(await toCome(factory, room, orderIds, mishaps))];
    if (open.length === 0) break;
  }
  const letters = await lettersOf(customer, orderIds);
  return {
    tidies,
    letters: await Promise.all(letters.map(({ id }) => operator.get<FloorLetter>(`/v1/site/letters/${id}`))),
    lots: (await operator.all<LotView>('/v1/site/lots')).filter(({ number }) => number >= firstLot),
    firstLot,
    done,
    open,
  };
}

/** Sends one kind of mail, and the operator releases it once all of it has come. Returns the order when its lot is formed. */
async function makeLot(
  { customer, clientLog }: Factory,
  { siteId, code, operator }: PrintRoom,
  materials: Materials,
  of: { service: 'priority' | 'registered'; letters: number; lot: number },
): Promise<string> {
  const { id } = await sendMail(customer, clientLog, materials, { siteId, key: `${code}-${of.lot}`, ...of });
  for (const deadline = Date.now() + FORMED_MS; Date.now() < deadline; await delay(LOOK_MS / 2)) {
    const { groups } = await operator.get<{ groups: { letters: number }[] }>('/v1/site/pool');
    if (groups.some(({ letters }) => letters === of.letters))
      await operator.post('/v1/site/pool/release', { reason: 'machines_free' });
    else if ((await operator.all<LotView>('/v1/site/lots')).some(({ number }) => number === of.lot)) return id;
  }
  throw new Error(`Lot ${of.lot} of ${code} was not formed.`);
}

/** The feed of a print room, as a screen follows it. */
class Feed {
  #last = 0;

  constructor(private readonly operator: PliApi) {}

  async hasNews(): Promise<boolean> {
    const { events, next } = await this.operator.get<{ events: EventView[]; next: number }>(
      `/v1/site/events?limit=1000&after=${this.#last}`,
    );
    this.#last = next;
    return events.length > 0;
  }
}

async function lettersOf(customer: PliApi, orderIds: readonly string[]): Promise<LetterRow[]> {
  const orders = orderIds.map((id) => customer.all<LetterRow>(`/v1/letters?orderId=${id}`));
  return (await Promise.all(orders)).flat();
}

/** Everything of the day that still waits for something, in words. */
async function notAtRest(customer: PliApi, operator: PliApi, orderIds: readonly string[]): Promise<string[]> {
  const lots = await operator.all<LotView>('/v1/site/lots?open=true');
  if (lots.length > 0) return lots.map(({ number, waiting }) => `lot ${number}: ${waiting?.for}`);
  const [deposits, letters] = await Promise.all([
    operator.all<DepositView>('/v1/site/deposits'),
    lettersOf(customer, orderIds),
  ]);
  return [
    ...deposits.filter(({ state }) => state !== 'settled').map(({ number, state }) => `deposit ${number}: ${state}`),
    ...letters.filter(({ state }) => !letterHasEnded(state)).map(({ id, state }) => `letter ${id}: ${state}`),
  ];
}

/** What the mishaps still have in store when everything seems to be at rest. */
async function toCome(
  { simulator, customer }: Factory,
  { code }: PrintRoom,
  orderIds: readonly string[],
  mishaps: readonly Mishap[],
): Promise<string[]> {
  const armed = await stillArmed(simulator.http, code);
  const states = (await lettersOf(customer, orderIds)).map(({ state }) => state);
  return [
    ...armed.map((fault) => `${fault} has not happened`),
    ...(mishaps.includes('returned_late') && !states.includes('returned') ? ['a letter has not come back'] : []),
    ...(mishaps.includes('lose_and_find') && states.includes('lost') ? ['a lost letter was not found'] : []),
  ];
}
