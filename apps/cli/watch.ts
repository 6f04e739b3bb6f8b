import type { Schemas } from '#client/client';
import { letterStates, orderStates } from '#domain/life-cycles';
import { bar } from './bar.ts';
import type { Session } from './session.ts';
import { Ends, exitCodes } from './world.ts';

type Letter = Schemas['Letter'];
type Order = Schemas['Order'];

/** How a letter ends when nobody got it. */
const notDelivered = new Set(['refused', 'unprintable', 'returned', 'lost', 'cancelled', 'deleted']);

export interface WatchFlags {
  /** Ends when this state is reached, too. */
  readonly until?: string;
}

/** Follows a letter or an order by the live stream until it rests, and tells each step. */
export async function watch(session: Session, id: string, { until }: WatchFlags): Promise<number> {
  const states = Object.keys(/^ord_/.test(id) ? orderStates : letterStates);
  if (until !== undefined && !states.includes(until))
    throw new Ends(exitCodes.usage, `--until ${until}: there is no such state. There are ${states.join(', ')}.`);
  if (/^let_/.test(id)) return follow(session, letterTeller(session, id, until));
  if (/^ord_/.test(id)) return follow(session, orderTeller(session, id, until));
  throw new Ends(exitCodes.usage, `"${id}" is neither a letter (let_…) nor an order (ord_…).`);
}

/** What is followed: which events matter, and how to tell where it stands. */
interface Teller {
  matters(event: Schemas['Event']): boolean;
  /** Reads it anew and tells what is new; gives the exit code once it rests. */
  tell(): Promise<number | undefined>;
}

/** Looks when the stream opens (so that nothing is missed) and at each event that matters; many at once are one look. */
async function follow({ pli, world }: Session, teller: Teller): Promise<number> {
  const ends = new AbortController();
  const signal = AbortSignal.any([world.signal, ends.signal]);
  let exitCode: number | undefined;
  let looking: Promise<void> | undefined;
  let failed: unknown;
  let again = false;
  const look = () => {
    again = true;
    looking ??= (async () => {
      while (again && exitCode === undefined) {
        again = false;
        exitCode = await teller.tell();
      }
    })()
      .catch((error: unknown) => void (failed = error))
      .finally(() => {
        looking = undefined;
        if (exitCode !== undefined || failed !== undefined) ends.abort();
      });
  };
  for await (const event of pli.events({ signal, onOpen: look })) if (teller.matters(event)) look();
  await looking;
  if (failed !== undefined) throw failed;
  return exitCode ?? 130;
}

function letterTeller(session: Session, id: string, until: string | undefined): Teller {
  let told = 0;
  let waitsFor = '';
  return {
    matters: ({ subjectId }) => subjectId === id,
    async tell() {
      const letter: Letter = await session.pli.get('/v1/letters/{id}', { params: { path: { id } } });
      for (const entry of letter.timeline.slice(told)) {
        const reason = entry.reason ? ` (${entry.reason})` : '';
        session.result(`${hour(entry.at)}  ${entry.words}${reason}`, { letterId: id, ...entry });
      }
      told = letter.timeline.length;
      const { waiting } = letter;
      if (waiting && waiting.for !== waitsFor) session.say(`          ${waiting.sentence}`);
      waitsFor = waiting?.for ?? '';
      // A state may be passed within one commit: its timeline tells of it.
      if (letter.timeline.some(({ about, state }) => about === 'letter' && state === until)) return exitCodes.done;
      if (waiting !== null || letter.state === 'draft') return undefined;
      if (letter.reasonText) session.say(letter.reasonText);
      session.say(`It rests: ${letter.state.replaceAll('_', ' ')}.`);
      return notDelivered.has(letter.state) ? exitCodes.notDelivered : exitCodes.done;
    },
  };
}

function orderTeller(session: Session, id: string, until: string | undefined): Teller {
  let last = '';
  return {
    matters: ({ subject, subjectId }) => subjectId === id || subject === 'letter',
    async tell() {
      const order: Order = await session.pli.get('/v1/orders/{id}', { params: { path: { id } } });
      const counts = Object.entries(order.lettersByState);
      const words = counts.map(([state, count]) => `${count} ${state.replaceAll('_', ' ')}`).join(', ');
      const changed = `${order.state}: ${words}` !== last;
      last = `${order.state}: ${words}`;
      const left = counts.filter(([state]) => !waits.has(state)).reduce((sum, [, count]) => sum + count, 0);
      session.world.redraw(session.json ? '' : bar('Letters', left, order.letterCount, words));
      if (changed)
        session.result(`${hour(new Date().toISOString())}  ${order.state.replaceAll('_', ' ')}: ${words}`, {
          orderId: id,
          state: order.state,
          lettersByState: order.lettersByState,
        });
      if (until !== undefined && (order.state === until || hasPassed(order.state, until))) return exitCodes.done;
      if (order.state === 'draft')
        throw new Ends(exitCodes.refused, 'It is a draft: nothing happens to it until it is submitted.');
      if (order.waiting !== null) return undefined;
      if (order.reasonText) session.say(order.reasonText);
      await oneOfEachThatFailed(session, order);
      return counts.every(([state]) => !notDelivered.has(state)) ? exitCodes.done : exitCodes.notDelivered;
    },
  };
}

/** Of the letters that reached nobody, one of each kind with its reason: what to mend is mostly the same for all. */
async function oneOfEachThatFailed(session: Session, { id, lettersByState }: Order): Promise<void> {
  if (session.json) return;
  const { pli } = session;
  for (const state of Object.keys(lettersByState).filter((each) => notDelivered.has(each)) as Letter['state'][]) {
    const query = { orderId: id, state, limit: 1 };
    const [row] = (await pli.get('/v1/letters', { params: { query } })).rows;
    if (row === undefined) continue;
    const { reasonText, reason } = await pli.get('/v1/letters/{id}', { params: { path: { id: row.id } } });
    const words = reasonText ?? reason;
    if (words) session.say(`${state.replaceAll('_', ' ')}, such as ${row.id}: ${words}`);
  }
}

/** Whether an order that goes its usual way was in that state before. */
const usualWay: readonly string[] = ['draft', 'submitted', 'in_progress', 'ended'];
const hasPassed = (state: string, until: string) =>
  usualWay.includes(until) && usualWay.indexOf(state) > usualWay.indexOf(until);

/** States in which the print room still has a letter. */
const waits = new Set(['draft', 'accepted', 'composed', 'pooled', 'in_production']);

const hour = (at: string) => new Date(at).toTimeString().slice(0, 8);
