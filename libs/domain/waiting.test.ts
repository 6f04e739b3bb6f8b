import { endedLetterStates, lifeCycles } from './life-cycles.ts';
import { demonstrationProfile } from './site-profiles.ts';
import { trayInHand, waitings } from './waiting-states.ts';
import type { WaitingSubject } from './waiting-states.ts';
import { deadlineOf, waitingOf, waitingOfPiece, type WaitingPiece } from './waiting.ts';

/** Where nothing is expected any more: ended letters, pieces that the carrier has or that are dead, templates in use, previews to look at, files read or kept. */
const atRest: Readonly<Record<string, readonly string[]>> = {
  letter: ['draft', ...endedLetterStates],
  piece: ['accepted', 'spoiled', 'voided'],
  template_version: ['draft', 'approved'],
  preview: ['ready', 'refused'],
  import: ['complete', 'abandoned'],
  archived_file: ['kept'],
};
const since = new Date('2027-03-16T10:00:00Z');
const plan = {
  slotAt: new Date('2027-03-16T16:30:00Z'),
  cutOffAt: new Date('2027-03-16T13:30:00Z'),
  latestPrintAt: new Date('2027-03-16T14:30:00Z'),
  latestInsertionAt: new Date('2027-03-16T16:00:00Z'),
  latestLetterAt: new Date('2027-03-20T16:00:00Z'),
  ticketDueAt: new Date('2027-03-17T09:12:00Z'),
};

describe.each(Object.entries(lifeCycles))('every waiting state of a %s', (subject, { states }) => {
  const waits = Object.entries(states as Record<string, readonly string[]>)
    .filter(([state, next]) => next.length > 0 && !atRest[subject]?.includes(state))
    .map(([state]) => state);

  test('says what for, who can act, until when, and what happens then', () => {
    const named: Partial<Record<string, object>> = waitings;
    expect(Object.keys(named[subject] ?? {}).sort()).toEqual([...waits].sort());
    for (const state of waits) {
      const waiting = waitingOf(subject as WaitingSubject, state);
      expect(waiting?.sentence).toMatch(/^[A-Z].*\.$/);
      expect(waiting?.who.length).toBeGreaterThan(0);
      expect(deadlineOf(waiting!, since, demonstrationProfile, plan)).toBeInstanceOf(Date);
    }
  });
});

test('a draft and an ended letter wait for nothing', () => {
  expect(waitingOf('letter', 'draft')).toBeUndefined();
  expect(waitingOf('letter', 'delivered')).toBeUndefined();
  expect(waitingOf('piece', 'accepted')).toBeUndefined();
});

test('with the carrier, a tracked letter waits for its delivery, an untracked one only for a return that may not come', () => {
  expect(waitingOf('letter', 'accepted_by_carrier', { tracked: true })).toMatchObject({
    waitsFor: 'delivery',
    then: 'case_opened',
  });
  expect(waitingOf('letter', 'accepted_by_carrier')).toMatchObject({ waitsFor: 'no_return', then: 'no_return_seen' });
});

test("a pooled letter waits until the cut-off of its deposit, a suspect piece as long as the site's profile allows", () => {
  expect(deadlineOf(waitingOf('letter', 'pooled')!, since, demonstrationProfile, plan)).toEqual(plan.cutOffAt);
  expect(deadlineOf(waitingOf('letter', 'pooled')!, since, demonstrationProfile)).toBeUndefined();
  expect(deadlineOf(waitingOf('piece', 'suspect')!, since, demonstrationProfile)).toEqual(
    new Date('2027-03-16T10:05:00Z'),
  );
});

test('a letter waits as its piece does when that is suspect, diverted or missing at deposit', () => {
  expect(waitingOf('letter', 'in_production', { piece: 'diverted' })?.waitsFor).toBe('check');
  expect(waitingOf('letter', 'in_production', { piece: 'printed' })?.waitsFor).toBe('envelope_closed');
  expect(waitingOf('letter', 'handed_over', { piece: 'missing_at_deposit' })?.then).toBe('letter_lost');
});

describe('a copy waits by its letter and its tray too', () => {
  const copy = (change: Partial<WaitingPiece>): WaitingPiece => ({
    state: 'diverted',
    letter: 'in_production',
    reappeared: false,
    tray: { number: 7, state: 'open' },
    ...change,
  });
  const sentence = (change: Partial<WaitingPiece>) => waitingOfPiece(copy(change))?.sentence;

  test('what must not leave is only to be spoiled, never released', () => {
    expect(sentence({ letter: 'cancelled' })).toMatch(
      /out \(of tray 7, when it lies there\), opens it and tells it as spoiled/,
    );
    expect(sentence({ letter: 'cancelled', tray: undefined })).toMatch(/takes it out, opens it/);
    expect(sentence({ reappeared: true })).toMatch(/^Turned up after it was counted as dead/);
    for (const change of [{ letter: 'cancelled' as const }, { reappeared: true }])
      expect(sentence(change)).not.toMatch(/release/);
    expect(sentence({})).toMatch(/releases/);
  });

  test('in an open tray it waits for the seal, in a sealed one for the truck', () => {
    expect(waitingOfPiece(copy({ state: 'trayed' }))?.waitsFor).toBe('sealing');
    expect(waitingOfPiece(copy({ state: 'trayed', tray: { number: 7, state: 'sealed' } }))?.waitsFor).toBe('hand_over');
  });
});

test('a tray with a broken seal tells until when it is open, and who seals it then', () => {
  expect(trayInHand('seal_broken', 0, true)).toMatchObject({
    then: 'sealed',
    sentence: expect.stringMatching(/then Pli seals it\.$/) as string,
  });
  expect(trayInHand('seal_broken', 0, false)).toMatchObject({ then: 'operator_called', who: ['operator'] });
  expect(trayInHand('opened_by_hand', 1, true).sentence).toMatch(/One piece of it is still to be resolved/);
});

test('a missing copy waits by its case, and for nothing once its letter is given up for lost', () => {
  const missing = { state: 'missing_at_deposit', reappeared: false, tray: undefined } as const;
  expect(waitingOfPiece({ ...missing, letter: 'handed_over' })?.then).toBe('letter_lost');
  expect(waitingOfPiece({ ...missing, letter: 'lost' })).toBeUndefined();
});
