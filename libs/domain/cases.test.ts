import { caseSentence } from './cases.ts';

test.each([
  ['spoiled', false, true],
  ['voided', false, true],
  ['diverted', true, true],
  ['diverted', false, false],
  ['missing_at_deposit', false, false],
  [null, false, false],
] as const)(
  'an undeclared item of ours that is %s (reappeared: %s) says that a dead copy may have gone: %s',
  (...row) => {
    const [state, reappeared, says] = row;
    expect(/may have gone twice, or was cancelled/.test(caseSentence('undeclared', { state, reappeared }))).toBe(says);
  },
);

test('only an undeclared item is told so', () => {
  expect(caseSentence('missing_at_deposit', { state: 'spoiled', reappeared: false })).toMatch(/did not find/);
});
