import {
  acceptRange,
  formatRegisteredNumber,
  isInRange,
  nextRegisteredNumber,
  parseRegisteredNumber,
  rangesOverlap,
  registeredNumberStates,
  reusableFrom,
  s10CheckDigit,
  sizeOf,
  spacedRegisteredNumber,
} from './registered-numbers.ts';

const range = { prefix: 'RA', country: 'FR', from: 100, to: 102 };
const unused = { day: '2027-03-16', lastUseOf: () => undefined };

test.each([
  ['47312482', 9],
  ['28704377', 5],
  ['12345678', 5],
])('the check digit of %s is %d', (serial, check) => {
  expect(s10CheckDigit(serial)).toBe(check);
});

test('a remainder of 10 is written 0, and one of 11 is written 5', () => {
  expect(s10CheckDigit('00000000')).toBe(5);
  const tens = Array.from({ length: 100 }, (_, n) => String(n).padStart(8, '0')).find(
    (serial) => s10CheckDigit(serial) === 0,
  );
  expect(tens).toBeDefined();
});

test('a number is printed with its check digit, spaced for people, and read back from either', () => {
  const text = formatRegisteredNumber({ prefix: 'RB', serial: 12345678, country: 'GB' });
  expect(text).toBe('RB123456785GB');
  expect(spacedRegisteredNumber(text)).toBe('RB 123 456 785 GB');
  expect(parseRegisteredNumber('RB 123 456 785 GB')).toEqual({ prefix: 'RB', serial: 12345678, country: 'GB' });
});

test.each([
  ['RB123456784GB', 'check digit does not match'],
  ['CB123456785GB', 'two letters from R'],
  ['1A 123 456 7890 1', 'two letters from R'],
])('%s is refused: %s', (text, why) => {
  expect(() => parseRegisteredNumber(text)).toThrow(why);
});

test('numbers are taken one after the other, to the last of the range', () => {
  const first = nextRegisteredNumber(range, undefined, unused);
  expect(first.serial).toBe(100);
  expect(nextRegisteredNumber(range, 100, unused).serial).toBe(101);
  expect(nextRegisteredNumber(range, 101, unused).serial).toBe(102);
  expect(sizeOf(range)).toBe(3);
});

test('a range begins again only 12 months after its first number was used', () => {
  const used = { lastUseOf: () => '2026-03-16' };
  expect(reusableFrom('2026-03-16')).toBe('2027-03-16');
  expect(reusableFrom('2028-02-29')).toBe('2029-02-28');
  expect(() => nextRegisteredNumber(range, 102, { ...used, day: '2027-03-15' })).toThrow('free again on 2027-03-16');
  expect(nextRegisteredNumber(range, 102, { ...used, day: '2027-03-16' }).serial).toBe(100);
});

test('a void number never goes out: the next copy takes another', () => {
  expect(registeredNumberStates.void).toEqual([]);
  expect(registeredNumberStates.taken).toContain('void');
});

test('ranges that share a number are noticed', () => {
  expect(rangesOverlap(range, { ...range, from: 102, to: 200 })).toBe(true);
  expect(rangesOverlap(range, { ...range, from: 103, to: 200 })).toBe(false);
  expect(rangesOverlap(range, { ...range, prefix: 'RK' })).toBe(false);
  expect(isInRange({ prefix: 'RA', serial: 102, country: 'FR' }, range)).toBe(true);
  expect(isInRange({ prefix: 'RA', serial: 103, country: 'FR' }, range)).toBe(false);
});

test('a range of other mail, or one that ends before it begins, is refused', () => {
  expect(acceptRange(range)).toBe(range);
  expect(() => acceptRange({ ...range, prefix: 'LA' })).toThrow('RA to RZ');
  expect(() => acceptRange({ ...range, to: 99 })).toThrow('lower to the higher');
});
