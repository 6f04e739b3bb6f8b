import { LetterProgress, progressWords } from './letter-progress.ts';

function progressOf(states: Record<string, string[]>): LetterProgress {
  const progress = new LetterProgress(Object.keys(states));
  for (const [subjectId, events] of Object.entries(states))
    for (const state of events) progress.take({ subjectId, state });
  return progress;
}

test('a letter counts for every stage it has behind it', () => {
  const progress = progressOf({ a: ['accepted', 'composed', 'pooled', 'in_production'], b: ['accepted'] });
  expect(progress.reached('accepted')).toBe(2);
  expect(progress.reached('composed')).toBe(1);
  expect(progressWords(progress)).toBe('of 2, 2 accepted, 1 composed, 1 in production');
});

test('letters have ended when each is delivered, not seen back, or has otherwise come to rest', () => {
  const progress = progressOf({ a: ['delivered'], b: ['no_return_seen'], c: ['accepted_by_carrier'] });
  expect(progress.open).toEqual(['c']);
  progress.take({ subjectId: 'c', state: 'lost' });
  expect(progress.allEnded).toBe(true);
  expect(progress.ends).toBe('1 delivered, 1 no return seen, 1 lost');
});

test('a letter that needs its next copy is on its way again', () => {
  const progress = progressOf({ a: ['handed_over', 'in_production'] });
  expect(progress.reached('handed over')).toBe(0);
});

test('events of other letters, and those that change no state, tell nothing', () => {
  const progress = progressOf({ a: ['accepted'] });
  progress.take({ subjectId: 'z', state: 'delivered' });
  progress.take({ subjectId: 'a', state: null });
  expect(progressWords(progress)).toBe('of 1, 1 accepted');
});
