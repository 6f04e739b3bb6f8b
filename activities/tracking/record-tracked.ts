import type { Tracked, TrackingEvent } from '#carriers/tracking';
import { letterStates, type LetterState } from '#domain/life-cycles';
import { closeOrdersOf } from '#database/close-orders';
import { recordFacts } from '#database/facts';
import type { LedgerTransaction } from '#database/ledger';
import { siteProfileAt } from '#database/site-profile';
import { streamOf } from '#database/subjects';
import type { Records } from '../records.ts';
import type { DueLetter } from './due-letters.ts';

/** Untracked letters whose window for a return has passed: no return seen; never "delivered". */
export async function endUntracked(records: Records, siteId: string, letters: DueLetter[]): Promise<void> {
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

/** Writes down what the post said of letters. An event moves a letter only forward; one that comes late is kept and moves nothing. */
export async function recordTracked(
  records: Records,
  siteId: string,
  carrierId: string,
  letters: DueLetter[],
  answers: Tracked[],
): Promise<void> {
  const byNumber = new Map(answers.map((a) => [a.number, a]));
  for (let i = 0; i < letters.length; i += LETTERS_AT_ONCE)
    await records.write(siteId, async (tx) => {
      const profile = await siteProfileAt(tx.sql, siteId, tx.at);
      const again = new Date(tx.at.getTime() + profile.tracking.pollSeconds * 1000);
      for (const letter of letters.slice(i, i + LETTERS_AT_ONCE))
        await recordLetter(tx, siteId, carrierId, letter, byNumber.get(letter.registered_number ?? ''), again);
    });
}

async function recordLetter(
  tx: LedgerTransaction,
  siteId: string,
  carrierId: string,
  letter: DueLetter,
  answer: Tracked | undefined,
  again: Date,
): Promise<void> {
  const events = answer?.events ?? [];
  const fresh = await newFacts(tx, siteId, carrierId, letter, events);
  for (const e of fresh)
    tx.tell(streamOf('letter', letter), 'letter', letter.id, 'letter.tracked', {
      tracking: { kind: e.kind, carrier_code: e.carrierCode, label: e.label, at: e.at },
    });

  const next = endOf(letter, events, tx.at);
  const latest = events.at(-1);
  const status = latest === undefined ? {} : { carrier_status: latest.kind };
  if (next === undefined) {
    await tx.sql(`update pli.letters set next_poll_at = $2 where id = $1`, [letter.id, again]);
    if (fresh.length > 0) await tx.change('letter', 'letter.carrier_status', [{ id: letter.id, set: status }]);
    return;
  }
  const set = { state: next, ended_at: tx.at, deadline_at: null, ...status };
  await tx.change('letter', `letter.${next}`, [{ id: letter.id, set, content: { next_poll_at: null } }], {
    otherwise: 'skip',
  });
  if (next === 'returned')
    await tx.change('piece', 'piece.returned', [{ id: letter.piece_id, set: { state: 'returned' } }], {
      otherwise: 'skip',
    });
  await closeOrdersOf(tx, [letter.id]);
}

/** The events not known before: facts are unique by (source, source id), so a poll told twice adds nothing. */
async function newFacts(
  tx: LedgerTransaction,
  siteId: string,
  carrierId: string,
  letter: DueLetter,
  events: readonly TrackingEvent[],
) {
  const added = await recordFacts(
    tx.sql,
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
  );
  return events.filter((e) => added.has(e.sourceId));
}

/**
 * Where the post's history brings the letter to rest, if anywhere: a return outweighs a delivery, whatever order they were told in. Past its
 * window without a last word it is lost, and a late event moves it on.
 */
function endOf(letter: DueLetter, events: readonly TrackingEvent[], now: Date): LetterState | undefined {
  const kinds = events.map((e) => e.kind);
  const to: LetterState | undefined = kinds.includes('returned')
    ? 'returned'
    : kinds.includes('delivered')
      ? 'delivered'
      : letter.deadline_at !== null && letter.deadline_at <= now
        ? 'lost'
        : undefined;
  const allowed: readonly string[] = letterStates[letter.state as LetterState];
  return to !== undefined && allowed.includes(to) ? to : undefined;
}
