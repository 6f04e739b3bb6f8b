import type { Schemas } from '#client/client';
import type { Session } from './session.ts';
import { exitCodes } from './world.ts';

export interface EventFlags {
  readonly after?: number;
  readonly follow?: true;
  readonly type?: readonly string[];
  readonly limit?: number;
}
type Event = Schemas['Event'];

/** Prints the feed from a number on, and goes on with what happens when asked to. */
export async function events(session: Session, { after, follow, type, limit = Infinity }: EventFlags): Promise<number> {
  const { pli, world } = session;
  const wanted = chooser(type);
  let left = limit;
  /** @returns whether more is wanted */
  const tell = (event: Event) => {
    if (!wanted(event.type)) return true;
    session.result(lineOf(event), event);
    return --left > 0;
  };
  if (follow) {
    for await (const event of pli.events({ ...(after !== undefined && { after }), signal: world.signal }))
      if (!tell(event)) break;
    return exitCodes.done;
  }
  for (let from = after ?? 0; ;) {
    const page = await pli.get('/v1/events', { params: { query: { after: from, limit: 1000 } } });
    for (const event of page.events) if (!tell(event)) return exitCodes.done;
    if (page.events.length === 0) return exitCodes.done;
    from = page.next;
  }
}

const lineOf = ({ number, at, type, subjectId, state, reason }: Event) =>
  [String(number).padStart(7), at.slice(0, 19).replace('T', ' '), type, subjectId, state, reason]
    .filter(Boolean)
    .join('  ');

/** Whether an event's type is among those named: `letter.delivered`, or a family, `letter.*`. */
function chooser(types: readonly string[] | undefined): (type: string) => boolean {
  if (types === undefined) return () => true;
  return (type) =>
    types.some((each) => each === '*' || each === type || (each.endsWith('.*') && type.startsWith(each.slice(0, -1))));
}
