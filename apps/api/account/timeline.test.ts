import { timelineOf, type ToldEvent } from './timeline.ts';

const at = new Date('2027-03-16T10:00:00Z');
const letter = (type: string, data: ToldEvent['data'] = {}): ToldEvent => ({ type, subject: 'letter', at, data });
const wordsOf = (...events: ToldEvent[]) =>
  timelineOf(events.map((event, i) => ({ ...event, number: i + 1 }))).map(({ words }) => words);
const spoiled = letter('letter.copy_spoiled', { copy: 1, reason: 'beside_gap' });
const inProduction = letter('letter.in_production', { set: { state: 'in_production' } });
const cancelled = (copy: 'none' | 'put_aside') => letter('letter.cancelled', { copy, set: { state: 'cancelled' } });
const why = 'a neighbour of it is missing or lacks a sheet, which may be inside';

test('a letter in production is being made, nothing more is known of it', () => {
  expect(wordsOf(inProduction)).toEqual(['In production: it is being made.']);
});

test('a spoiled copy is told with its reason in words, and that the letter goes on', () => {
  expect(wordsOf(inProduction, spoiled).at(-1)).toBe(
    `Copy 1 was spoiled and destroyed (${why}); the letter goes with its next copy.`,
  );
});

test.each([
  ['cancelled before', [cancelled('put_aside'), spoiled], 1],
  ['cancelled before its next copy was made', [inProduction, spoiled, cancelled('none')], 1],
  ['lost', [letter('letter.lost', { set: { state: 'lost' } }), spoiled], 1],
])('a letter that was %s has no next copy', (_, events, place) => {
  expect(wordsOf(...events)[place]).toMatch(/destroyed \(.*\); there is no next one\.$/);
});

test('only what was made is destroyed when a letter is cancelled', () => {
  expect(wordsOf(cancelled('none'))).toEqual(['Cancelled: it will not be sent.']);
  expect(wordsOf(cancelled('put_aside'))).toEqual([
    'Cancelled: it will not be sent. What is made of it is taken out and destroyed.',
  ]);
});
