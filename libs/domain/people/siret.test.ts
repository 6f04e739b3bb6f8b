import { isSiret, readSiret } from './siret.ts';

test('a SIRET is 14 digits that keep to Luhn’s rule, as is the SIREN in it', () => {
  // As organisations print them: Danone, INSEE, Électricité de France; the last stands in every manual.
  for (const known of ['55203253400646', '12002701600563', '55208131766522', '73282932000074'])
    expect([known, isSiret(known)]).toEqual([known, true]);
  for (const wrong of ['73282932000075', '55203253400664', '00000000000001', '1234567890123', '5520325340064a', ''])
    expect([wrong, isSiret(wrong)]).toEqual([wrong, false]);
});

test('one wrong digit is always found', () => {
  const right = '55208131766522';
  for (let at = 0; at < right.length; at++)
    for (let add = 1; add < 10; add++) {
      const digit = (Number(right[at]) + add) % 10;
      expect(isSiret(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false);
    }
});

test('La Poste’s establishments have a sum of digits that is a multiple of 5, its head office keeps to Luhn', () => {
  expect(isSiret('35600000000048')).toBe(true);
  expect(isSiret('35600000049837')).toBe(true);
  expect(isSiret('35600000049838')).toBe(false);
  // The exception is theirs alone.
  expect(isSiret('55208131700003')).toBe(false);
});

test('it is read as people write it', () => {
  expect(readSiret('552 081 317 66522')).toBe('55208131766522');
  expect(readSiret('552.081.317-66522')).toBe('55208131766522');
  expect(readSiret('552 081 317')).toBeUndefined();
});
