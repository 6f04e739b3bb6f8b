import { z } from 'zod';
import type { Envelope, Inserted } from './inserted.ts';
import type { Journal } from './journal.ts';
import type { Received } from './received.ts';

const which = { windowCode: z.string(), envelope: z.int().optional() };
/** What a hand does to the envelope that shows this code: puts it into a tray, out of all trays (null), or opens it. */
export const HandMove = z.union([
  z.strictObject({ ...which, tray: z.int().min(1).nullable() }),
  z.strictObject({ ...which, open: z.literal(true) }),
]);
export type HandMove = z.infer<typeof HandMove>;

export interface HandAnswer {
  readonly status: 200 | 404 | 409;
  readonly body: object;
}

/** Moves or opens an envelope as a person would, journalled before it is told. Doing it again changes nothing and answers the same. */
export async function handMoves(
  { journal, inserted, received }: { journal: Journal; inserted: Inserted; received: Received },
  move: HandMove,
): Promise<HandAnswer> {
  const here = [...inserted.envelopes.values()].filter(
    ({ n, windowCode, where }) =>
      windowCode === move.windowCode && n === (move.envelope ?? n) && where !== 'post' && where !== 'lost',
  );
  const found = here.findLast(({ where }) => where !== 'opened');
  if ('open' in move) return opened(journal, found ?? here.at(-1));
  if (!found) return { status: 404, body: { error: 'No such envelope in the room.' } };
  const { n, site, windowCode } = found;
  const left = move.tray !== null && received.holds(site, move.tray);
  if (left) return { status: 409, body: { error: `Tray ${move.tray} is not in the room: the post has it.` } };
  const liesThere = found.where === (move.tray === null ? 'desk' : 'tray') && found.tray === move.tray;
  if (!liesThere) await journal.append({ type: 'envelope_moved', envelope: n, windowCode, tray: move.tray });
  return { status: 200, body: { envelope: n, tray: move.tray } };
}

async function opened(journal: Journal, found: Envelope | undefined): Promise<HandAnswer> {
  if (!found) return { status: 404, body: { error: 'No such envelope in the room.' } };
  const { n, windowCode, where } = found;
  const sheetCodes = [...found.sheetCodes];
  if (where !== 'opened') await journal.append({ type: 'envelope_opened', envelope: n, windowCode, sheetCodes });
  return { status: 200, body: { envelope: n, sheetCodes } };
}
