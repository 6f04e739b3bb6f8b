import { addressFaults, addressLines } from '#domain/address';
import { addressee } from './addressees.ts';
import { Dice } from './dice.ts';

const many = Array.from(
  { length: 500 },
  (
    (dice) => () =>
      addressee(dice)
  )(new Dice(7)),
);

test.each(['metropolitan', 'overseas', 'belgium', 'switzerland'] as const)(
  'every invented recipient (%s) can be printed on an envelope',
  (to) => {
    const dice = new Dice(8);
    expect(Array.from({ length: 300 }, () => addressee(dice, to)).flatMap(addressFaults)).toEqual([]);
  },
);

test('in mainland France there are persons and organisations, some with a CEDEX, none overseas', () => {
  expect(many.some(({ cedex }) => cedex !== undefined)).toBe(true);
  expect(many.some(({ postcode }) => postcode.startsWith('97'))).toBe(false);
  expect(many.some((address) => addressLines(address).length === 6)).toBe(true);
});

test('the same seed invents the same recipients', () => {
  const dice = new Dice(7);
  expect(Array.from({ length: 20 }, () => addressee(dice))).toEqual(many.slice(0, 20));
});
