import { setTimeout as delay } from 'node:timers/promises';
import type { DepositView } from '#contracts/api/deposits';
import type { EventView } from '#contracts/api/events';
import type { Letter, LetterRow } from '#contracts/api/letters';
import type { LotView } from '#contracts/api/lots';
import type { PieceView } from '#contracts/api/pieces';
import type { SimulatorFault } from '#contracts/simulator-journal';
import { letterHasEnded } from '#domain/life-cycles';
import type { PliApi } from '../../demonstration/api-client.ts';
import { FloorPerson } from '../../floor-person/floor-person.ts';
import { SimulatedRoom } from '../../floor-person/simulated-room.ts';
import type { Factory, PrintRoom } from './factory.ts';
import { sendMail, type Materials } from './mail.ts';

/** Between two looks at what is new in a room. */
const LOOK_MS = 1000;
/** A person walks even if nothing is told for so long. */
const WALK_AT_LEAST_MS = 6000;
/** From the order to the last thing at rest. A day that takes longer has something in it that nobody brings to rest. */
const PATIENCE_MS = 8 * 60_000;

const mail = { ordinary: 6, registered: 3 };

/** What is left of a day in a print room when everything in it is at rest. */
export interface Day {
  readonly room: PrintRoom;
  readonly letters: readonly Letter[];
  readonly lots: readonly LotView[];
  readonly pieces: readonly PieceView[];
  readonly deposits: readonly DepositView[];
  /** What the person did, in sentences. */
  readonly done: readonly string[];
  /** What was still not at rest when patience ended. */
  readonly open: readonly string[];
}

/** A day in a print room of its own: its mail comes in, the faults befall it, a person walks until everything is at rest. */
export async function liveDay(factory: Factory, materials: Materials, faults: readonly SimulatorFault[]): Promise<Day> {
  const room = await factory.printRoom();
  for (const fault of faults) await arm(factory.simulator.http, room.code, fault);
  const { id: orderId } = await sendMail(factory.customer, factory.clientLog, materials, { ...room, ...mail });
  await releaseInTurn(room.operator);

  const done: string[] = [];
  const say = (sentence: string) => void done.push(sentence);
  const person = new FloorPerson(room.operator, new SimulatedRoom(factory.simulator.http, room.code), say);
  const feed = new Feed(room.operator);
  let open: string[] = ['not looked yet'];
  let walkedAt = 0;
  for (const deadline = Date.now() + PATIENCE_MS; open.length > 0 && Date.now() < deadline; await delay(LOOK_MS)) {
    if (!(await feed.hasNews()) && Date.now() - walkedAt < WALK_AT_LEAST_MS) continue;
    walkedAt = Date.now();
    await person.walk();
    open = await notAtRest(factory.customer, room, orderId);
    if (open.length > 0 && open.every((what) => what.endsWith('accepted_by_carrier'))) await room.trackingIsDue();
  }
  await room.leave();
  const [letters, lots, pieces, deposits] = await Promise.all([
    lettersOf(factory.customer, orderId).then((rows) =>
      Promise.all(rows.map(({ id }) => factory.customer.get<Letter>(`/v1/letters/${id}`))),
    ),
    room.operator.all<LotView>('/v1/site/lots'),
    room.operator.all<PieceView>('/v1/site/pieces?state=any'),
    room.operator.all<DepositView>('/v1/site/deposits'),
  ]);
  return { room, letters, lots, pieces, deposits, done, open };
}

/** A fault of the ordinary lot, which is number 1, or of the registered one, which is number 2. */
async function arm(simulatorUrl: string, site: string, fault: SimulatorFault): Promise<void> {
  const ofRegistered: readonly SimulatorFault[] = ['lost_on_the_way', 'returned_late'];
  const body = JSON.stringify({ site, lot: ofRegistered.includes(fault) ? 2 : 1, fault });
  const answer = await fetch(`${simulatorUrl}/faults`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`The simulator took no fault: ${answer.status} ${await answer.text()}`);
}

interface Pool {
  groups: { lotKey: string; letters: number }[];
}

/** The operator's *release now*, once all letters have come: first the ordinary ones, then the registered, so that each lot has its number. */
async function releaseInTurn(operator: PliApi): Promise<void> {
  for (const waiting of [mail.ordinary + mail.registered, mail.registered]) {
    let pool: Pool;
    do {
      await delay(LOOK_MS / 2);
      pool = await operator.get<Pool>('/v1/site/pool');
    } while (pool.groups.reduce((sum, { letters }) => sum + letters, 0) !== waiting);
    const [largest] = pool.groups.sort((a, b) => b.letters - a.letters);
    await operator.post('/v1/site/pool/release', { lotKey: largest?.lotKey, reason: 'machines_free' });
  }
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

const lettersOf = (customer: PliApi, orderId: string) => customer.all<LetterRow>(`/v1/letters?orderId=${orderId}`);

/** Everything of the day that still waits for something, in words. */
async function notAtRest(customer: PliApi, { operator }: PrintRoom, orderId: string): Promise<string[]> {
  const lots = await operator.all<LotView>('/v1/site/lots?open=true');
  if (lots.length > 0) return lots.map(({ number, waiting }) => `lot ${number}: ${waiting?.for}`);
  const [deposits, letters] = await Promise.all([
    operator.all<DepositView>('/v1/site/deposits'),
    lettersOf(customer, orderId),
  ]);
  return [
    ...deposits.filter(({ state }) => state !== 'settled').map(({ number, state }) => `deposit ${number}: ${state}`),
    ...letters.filter(({ state }) => !letterHasEnded(state)).map(({ id, state }) => `letter ${id}: ${state}`),
  ];
}
