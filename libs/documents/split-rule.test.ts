import fc from 'fast-check';
import { byMarks, everyPages, hasForm } from './split-rule.ts';

const ranges = ({ parts }: { parts: readonly { first: number; last: number }[] }) =>
  parts.map(({ first, last }) => `${first}-${last}`);

test('every so many pages, the last part has what is left', () => {
  expect(ranges(everyPages(7, 3))).toEqual(['1-3', '4-6', '7-7']);
  expect(ranges(everyPages(2, 5))).toEqual(['1-2']);
});

test('a part begins where the mark changes; pages without one go on with the part before', () => {
  const split = byMarks([null, 'A', null, 'A', 'B', null, 'A'], 'where_it_changes');
  expect(ranges(split)).toEqual(['2-4', '5-6', '7-7']);
  expect(split.parts.map(({ mark }) => mark)).toEqual(['A', 'B', 'A']);
  expect(split.before).toBe(1);
});

test('or wherever a mark shows', () => {
  expect(ranges(byMarks(['A', 'A', null, 'A'], 'wherever_it_shows'))).toEqual(['1-1', '2-3', '4-4']);
});

test('a separator sheet is left out, two in a row begin one part', () => {
  expect(ranges(byMarks(['S', null, null, 'S', 'S', null], 'wherever_it_shows', true))).toEqual(['2-3', '6-6']);
});

test('no mark, no part: all pages stand before', () => {
  expect(byMarks([null, null], 'where_it_changes')).toEqual({ parts: [], before: 2 });
});

test('property: parts follow each other without gap or overlap, to the last page', () => {
  const marks = fc.array(fc.option(fc.constantFrom('A', 'B', 'C')), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(marks, fc.constantFrom('where_it_changes' as const, 'wherever_it_shows' as const), (pages, begins) => {
      const { parts, before } = byMarks(pages, begins);
      let next = before + 1;
      for (const { first, last } of parts) {
        expect(first).toBe(next);
        expect(last).toBeGreaterThanOrEqual(first);
        next = last + 1;
      }
      expect(next).toBe(pages.length + 1);
    }),
  );
});

test('a form: digits, any character, any number of characters', () => {
  expect(hasForm('facture 2027-0142', 'facture ####-*')).toBe(true);
  expect(hasForm('facture x027-0142', 'facture ####-*')).toBe(false);
  expect(hasForm('page 1 / 3', '*1 ? #')).toBe(true);
  expect(hasForm('', '*')).toBe(true);
  expect(hasForm('abc', 'ab')).toBe(false);
  expect(hasForm('ab', 'abc')).toBe(false);
});

test('no form stalls on any text', () => {
  const started = performance.now();
  expect(hasForm('a'.repeat(300), `${'*a'.repeat(50)}b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(200);
});

test('property: a form without signs means itself, and * takes anything', () => {
  const text = fc.string({ maxLength: 20 }).filter((it) => !/[#?*]/.test(it));
  fc.assert(fc.property(text, text, (a, b) => hasForm(a, a) && hasForm(a + b, `${a}*`) && hasForm(a + b, `*${b}`)));
});
