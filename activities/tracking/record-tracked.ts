import type { Tracked, TrackingEvent, TrackingKind } from '#carriers/tracking';
import { letterStates, type LetterState, type PieceState } from '#domain/life-cycles';
import { closeOrdersOf } from '#database/close-orders';
import { recordFacts } from '#database/facts';
import type { LedgerTransaction } from '#database/ledger';
import { acceptFound } from '#database/production/accept-pieces';
import { siteProfileAt } from '#database/site-profile';
import { streamOf } from '#database/subjects';
import type { Records } from '../records.ts';

/** A letter of which a carrier tells, by the number of its live copy. */
export interface TrackedLetter {
  id: string;
  account_id: string;
  mode: 'test' | 'live';
  registered_number: string;
  /** Of its live copy. */
  piece_id: string;
}

/** Untracked letters whose window for a return has passed: no return seen; never "delivered". */
export async function endUntracked(
  records: Pick<Records, 'write'>,
  siteId: string,
  letters: readonly { id: string }[],
): Promise<void> {
  if (letters.length === 0) return;
  await records.write(siteId, async (tx) => {
    const ids = letters.map((l) => l.id);
    const set = { state: 'no_return_seen', ended_at: tx.at, deadline_at: null };
    await tx.change(
      'letter',
      'letter.no_return_seen',
      ids.map((id) => ({ id, set, content: { next_poll_at: null } })),
      { otherwise: 'skip' },
    );
    await closeOrdersOf(tx, ids);
  });
}

/** A letter with the post's whole history tells several events: this many letters a transaction keep it under 500. */
const LETTERS_AT_ONCE = 20;

/**
 * Writes down what the post said of letters, asked or told unasked (by file): the same event comes once, whichever way. A letter moves only
 * forward, by all that was ever told of it, in whatever order; an event that comes late is kept and moves nothing. A missing piece of which the
 * post tells that it moves was found.
 */
export async function recordTracked(
  records: Pick<Records, 'write'>,
  siteId: string,
  carrierId: string,
  letters: readonly TrackedLetter[],
  answers: readonly Pick<Tracked, 'number' | 'events'>[],
  how: 'asked' | 'told',
): Promise<void> {
  const byNumber = new Map(answers.map((a) => [a.number, a.events]));
  for (let i = 0; i < letters.length; i += LETTERS_AT_ONCE)
    await records.write(siteId, async (tx) => {
      const some = letters.slice(i, i + LETTERS_AT_ONCE);
      const { tracking } = await siteProfileAt(tx.sql, siteId, tx.at);
      const fresh = await newEvents(tx, siteId, carrierId, some, byNumber);
      const locked = await lockLetters(tx, some);
      const histories = await historiesOf(tx, some);
      for (const letter of some) {
        const events = fresh.get(letter.id) ?? [];
        for (const e of events)
          tx.tell(streamOf('letter', letter), 'letter', letter.id, 'letter.tracked', {
            tracking: { kind: e.kind, carrier_code: e.carrierCode, label: e.label, at: e.at },
          });
        const now = locked.get(letter.id);
        if (now === undefined) continue;
        await moveLetter(tx, siteId, { ...letter, ...now }, histories.get(letter.id) ?? [], {
          told: events.length > 0,
          ...(how === 'asked' && { askAgainAt: seconds(tx.at, tracking.pollSeconds) }),
          lastQuestionAt: seconds(tx.at, tracking.noReturnSeconds),
        });
      }
    });
}

const seconds = (at: Date, n: number): Date => new Date(at.getTime() + n * 1000);

/** Facts are unique by (source, source id): an event told twice adds nothing. Answers what was new, by letter. */
async function newEvents(
  tx: LedgerTransaction,
  siteId: string,
  carrierId: string,
  letters: readonly TrackedLetter[],
  byNumber: ReadonlyMap<string, readonly TrackingEvent[]>,
): Promise<Map<string, TrackingEvent[]>> {
  const told = letters.map((letter) => ({ letter, events: byNumber.get(letter.registered_number) ?? [] }));
  const added = await recordFacts(
    tx.sql,
    told.flatMap(({ letter, events }) =>
      events.map((e) => ({
        siteId,
        source: `carrier:${carrierId}`,
        sourceId: e.sourceId,
        kind: 'letter.tracked',
        subjectId: letter.id,
        data: e,
        at: new Date(e.at),
        recordedAt: tx.at,
      })),
    ),
  );
  return new Map(told.map(({ letter, events }) => [letter.id, events.filter((e) => added.has(e.sourceId))]));
}

interface LockedLetter {
  state: LetterState;
  deadline_at: Date | null;
  piece_state: PieceState;
}

/** Pieces before letters, each in id order, as everybody who changes both. */
async function lockLetters(
  { sql }: LedgerTransaction,
  letters: readonly TrackedLetter[],
): Promise<Map<string, LockedLetter>> {
  const pieces = await sql<{ letter_id: string; state: PieceState }>(
    `select letter_id, state from pli.pieces where id = any($1) order by id for no key update`,
    [letters.map((l) => l.piece_id)],
  );
  const rows = await sql<{ id: string; state: LetterState; deadline_at: Date | null }>(
    `select id, state, deadline_at from pli.letters where id = any($1) order by id for no key update`,
    [letters.map((l) => l.id)],
  );
  const pieceStates = new Map(pieces.map((p) => [p.letter_id, p.state]));
  return new Map(
    rows.flatMap(({ id, ...row }) => {
      const piece_state = pieceStates.get(id);
      return piece_state === undefined ? [] : [[id, { ...row, piece_state }] as const];
    }),
  );
}

interface Told {
  kind: TrackingKind;
  at: Date;
}

/** All that was ever told of the letters, oldest first. */
async function historiesOf(
  { sql }: LedgerTransaction,
  letters: readonly TrackedLetter[],
): Promise<Map<string, Told[]>> {
  const facts = await sql<Told & { subject_id: string }>(
    `select subject_id, data->>'kind' as kind, at from pli.facts where subject_id = any($1) and kind = 'letter.tracked' order by at, id`,
    [letters.map((l) => l.id)],
  );
  const histories = new Map<string, Told[]>();
  for (const { subject_id, ...told } of facts) histories.set(subject_id, [...(histories.get(subject_id) ?? []), told]);
  return histories;
}

/** The post has had it in its hands. */
const held: readonly TrackingKind[] = [
  'deposited',
  'in_transit',
  'first_presentation',
  'notice',
  'undeliverable',
  'refused',
  'returning',
  'delivered',
  'returned',
];

async function moveLetter(
  tx: LedgerTransaction,
  siteId: string,
  letter: TrackedLetter & LockedLetter,
  history: readonly Told[],
  { told, askAgainAt, lastQuestionAt }: { told: boolean; askAgainAt?: Date; lastQuestionAt: Date },
): Promise<void> {
  const firstHeld = history.find(({ kind }) => held.includes(kind));
  if (letter.piece_state === 'missing_at_deposit' && firstHeld !== undefined) {
    await acceptFound(tx, siteId, [letter.piece_id], firstHeld.at);
    if (letter.state === 'handed_over' || letter.state === 'lost') letter = { ...letter, state: 'accepted_by_carrier' };
  }
  const latest = history.at(-1);
  const status = latest === undefined || !told ? {} : { carrier_status: latest.kind };
  const next = endOf(letter, history, tx.at);
  if (next === undefined) {
    if (askAgainAt !== undefined)
      await tx.sql(`update pli.letters set next_poll_at = $2 where id = $1`, [
        letter.id,
        letter.state === 'accepted_by_carrier' ? askAgainAt : null,
      ]);
    if (told) await tx.change('letter', 'letter.carrier_status', [{ id: letter.id, set: status }]);
    return;
  }
  const set = { state: next, ended_at: tx.at, deadline_at: null, ...status };
  // What was delivered may yet come back: the post is asked once more when the window for a return is over.
  const next_poll_at = next === 'delivered' ? lastQuestionAt : null;
  await tx.change('letter', `letter.${next}`, [{ id: letter.id, set, content: { next_poll_at } }]);
  if (next === 'returned')
    await tx.change('piece', 'piece.returned', [{ id: letter.piece_id, set: { state: 'returned' } }], {
      otherwise: 'skip',
    });
  await closeOrdersOf(tx, [letter.id]);
}

/**
 * Where the post's history brings the letter to rest, if anywhere: a return outweighs a delivery, whatever order they were told in. Past its
 * window without a last word it is lost, and a late event moves it on.
 */
function endOf(letter: LockedLetter, history: readonly Told[], now: Date): LetterState | undefined {
  const kinds = history.map((told) => told.kind);
  const to: LetterState | undefined = kinds.includes('returned')
    ? 'returned'
    : kinds.includes('delivered')
      ? 'delivered'
      : letter.state === 'accepted_by_carrier' && letter.deadline_at !== null && letter.deadline_at <= now
        ? 'lost'
        : undefined;
  const allowed: readonly LetterState[] = letterStates[letter.state];
  return to !== undefined && allowed.includes(to) ? to : undefined;
}
