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

test('every invented recipient can be printed on an envelope', () => {
  expect(many.flatMap(addressFaults)).toEqual([]);
});

test('there are persons and organisations, CEDEX and overseas', () => {
  expect(many.some(({ cedex }) => cedex !== undefined)).toBe(true);
  expect(many.some(({ postcode }) => postcode.startsWith('97'))).toBe(true);
  expect(many.some((address) => addressLines(address).length === 6)).toBe(true);
});

test('the same seed invents the same recipients', () => {
  const dice = new Dice(7);
  expect(Array.from({ length: 20 }, () => addressee(dice))).toEqual(many.slice(0, 20));
});
