import { chooseEnvelope } from './envelope-choice.ts';
import { specimenEnvelopes, specimenPaper, thicknessOf } from './envelopes.ts';
import type { EnvelopeStock } from './envelopes.ts';
import { specimenGeometry } from './geometry-profiles.ts';

const auto = (sheets: number) => chooseEnvelope('auto', sheets, specimenEnvelopes).format;
const stock = (format: string) => specimenEnvelopes.find((s) => s.format === format) as EnvelopeStock;

test.each([
  [1, 'C5/6'],
  [5, 'C5/6'],
  [6, 'C5'],
  [7, 'C4'],
  [45, 'C4'],
  [46, 'C4'],
])('a letter of %d sheets goes to %s', (sheets, format) => {
  expect(auto(sheets)).toBe(format);
});

test('a letter of 46 sheets needs a C4 with gussets', () => {
  expect(chooseEnvelope('auto', 45, specimenEnvelopes).id).toBe('C4');
  expect(chooseEnvelope('auto', 46, specimenEnvelopes).id).toBe('C4 gusset');
});

test('a letter of 121 sheets is refused: no envelope holds it', () => {
  expect(() => auto(121)).toThrow(
    'A letter of 121 sheets does not go into a C4, which holds 120. No envelope of this print room holds it',
  );
});

test('an envelope that is asked for is taken though a smaller one would do, and refused when it cannot hold', () => {
  expect(chooseEnvelope('C4', 1, specimenEnvelopes).format).toBe('C4');
  expect(() => chooseEnvelope('C5/6', 6, specimenEnvelopes)).toThrow(
    'A letter of 6 sheets does not go into a C5/6, which holds 5. Choose C5, which holds 6, or "auto".',
  );
});

test('the limits are those of the stock, not of the format', () => {
  const thinner = specimenEnvelopes.map((s) => (s.format === 'C5/6' ? { ...s, maxSheets: 4 } : s));
  expect(chooseEnvelope('auto', 5, thinner).format).toBe('C5');
});

test('an envelope that a print room does not have is refused', () => {
  expect(() => chooseEnvelope('C5', 1, [stock('C4')])).toThrow('has no C5 envelopes');
  expect(() => chooseEnvelope('auto', 1, [])).toThrow('has no envelopes');
});

test('a stock folds as its geometry says', () => {
  for (const { format, fold } of specimenEnvelopes) expect(specimenGeometry.envelopes[format].fold).toBe(fold);
});

test('five sheets folded in three make a piece of about 2 mm', () => {
  expect(thicknessOf(stock('C5/6'), specimenPaper, 5)).toBe(300 + 15 * 104);
  expect(thicknessOf(stock('C4'), specimenPaper, 45)).toBe(350 + 45 * 104);
});
