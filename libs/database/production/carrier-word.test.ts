import fc from 'fast-check';
import type { Acknowledgement } from '#contracts/acknowledgement';
import { firstWholeWord, OPERATOR } from './carrier-word.ts';

const part = (n: number, of: number, more: Partial<Acknowledgement> = {}): Acknowledgement => ({
  deposit: 'PAR1-7',
  part: n,
  last: n === of,
  acceptedAt: `2026-11-23T1${n}:00:00.000Z`,
  found: [{ product: 'priority', band: '20', count: n }],
  missing: [{ tray: n, windowCode: `M${n}` }],
  refused: [{ tray: n, windowCode: `R${n}`, reason: 'window_torn' }],
  undeclared: [{ tray: n, windowCode: null }],
  ...more,
});
const told = (data: Acknowledgement, source = 'carrier:dev_1') => ({ source, data });

test('an acknowledgement says the same in whatever order its parts come, how often, and with whatever after it', () => {
  const parts = fc.integer({ min: 1, max: 6 }).map((of) => Array.from({ length: of }, (_, i) => part(i + 1, of)));
  const comings = parts.chain((whole) =>
    fc.record({
      whole: fc.constant(whole),
      order: fc.shuffledSubarray([...whole], { minLength: whole.length }),
      repeated: fc.array(fc.constantFrom(...whole), { maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(comings, fc.nat(20), ({ whole, order, repeated }, at) => {
      const plain = firstWholeWord(whole.map((each) => told(each)));
      const coming = [...order];
      coming.splice(at % (coming.length + 1), 0, ...repeated);
      const supplement = part(9, 9, { supplement: true });
      const slip = told(part(1, 1, { found: [] }), OPERATOR);
      const facts = [told(supplement), ...coming.map((each) => told(each)), told(part(7, 7)), slip];
      expect(firstWholeWord(facts)).toEqual(plain);
    }),
  );
});

test('while a part is to come there is no word, whichever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(5), (of, lacking) => {
      const parts = Array.from({ length: of }, (_, i) => part(i + 1, of)).filter((_, i) => i !== lacking % of);
      expect(firstWholeWord(parts.map((each) => told(each)))).toBeUndefined();
    }),
  );
});

test('a slip that an operator types in is whole at once; the parts of the file that come after it change nothing', () => {
  const slip = part(1, 1, { found: [], missing: [], refused: [], undeclared: [] });
  const word = firstWholeWord([told(part(1, 2)), told(slip, OPERATOR), told(part(2, 2))]);
  expect(word).toMatchObject({ by: 'operator', missing: [], refused: [] });
});

test('a product or band that is none of ours is free text: it counts as other, in band 0, and is quoted nowhere', () => {
  const free = { product: 'Claire Dubois', band: 'rue de la Paix' };
  const undeclared = [{ tray: 1, windowCode: null, ...free }];
  const word = firstWholeWord([told(part(1, 1, { found: [{ ...free, count: 1 }], undeclared }))]);
  const counted = { product: 'other', band: '0' };
  expect(word).toMatchObject({ found: [{ ...counted, count: 1 }], undeclared: [counted] });
});

test('what is missed in one part and handed back in another is handed back', () => {
  const word = firstWholeWord([
    told(part(1, 2, { missing: [{ tray: 1, windowCode: 'A' }], refused: [] })),
    told(part(2, 2, { missing: [], refused: [{ tray: 1, windowCode: 'A', reason: 'too_thick' }] })),
  ]);
  expect(word).toMatchObject({ missing: [], refused: [{ windowCode: 'A' }] });
});
