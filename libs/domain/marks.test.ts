import fc from 'fast-check';
import { checkCharacter } from './check-character.ts';
import { formatMark, parseMark, printedText, readMark } from './marks.ts';
import type { Mark } from './marks.ts';

const marks: Mark[] = [
  { kind: 'sheet', site: 'PAR1', lot: 123, piece: 45, sheet: 1, of: 3 },
  { kind: 'window', site: 'PAR1', lot: 123, piece: 45, copy: 1 },
  { kind: 'lot_header', site: 'PAR1', lot: 123 },
  { kind: 'lot_trailer', site: 'PAR1', lot: 123 },
  { kind: 'lot_ticket', site: 'PAR1', lot: 123 },
  { kind: 'tray', site: 'PAR1', tray: 77 },
  { kind: 'deposit', site: 'PAR1', deposit: 9 },
];

test('the second sheet of three of piece 45 says so', () => {
  expect(formatMark({ kind: 'sheet', site: 'PAR1', lot: 123, piece: 45, sheet: 2, of: 3 })).toMatch(
    /^S\/PAR1\/123\/45\/2\/3\/[0-9A-Z*]$/,
  );
});

test('the check character is that of ISO 7064 MOD 37-2 (donation number G123 498 654321 gives H)', () => {
  expect(checkCharacter('G123498654321')).toBe('H');
});

test.each(marks)('a $kind code is read back as it was printed', (mark) => {
  expect(parseMark(formatMark(mark))).toEqual(mark);
});

test('one wrong character is always noticed', () => {
  const text = formatMark(marks[0]!);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (at, wrong) => {
      fc.pre(text[at] !== wrong);
      expect(readMark(text.slice(0, at) + wrong + text.slice(at + 1))).toBeUndefined();
    }),
  );
});

test('two swapped neighbours are always noticed', () => {
  const text = formatMark(marks[1]!);
  for (let i = 0; i + 1 < text.length; i++) {
    if (text[i] === text[i + 1]) continue;
    expect(readMark(text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2))).toBeUndefined();
  }
});

test('a misread code and a foreign code are told apart', () => {
  expect(() => parseMark('S/PAR1/123/45/1/3/?')).toThrow('Scan it again');
  expect(() => parseMark('https://example.org/')).toThrow('not a code of this print room');
});

test('a site that is not four capitals or digits cannot be marked', () => {
  expect(() => formatMark({ kind: 'tray', site: 'Paris', tray: 1 })).toThrow('four capitals or digits');
  expect(() => formatMark({ kind: 'tray', site: 'PAR1', tray: 0 })).toThrow('whole number from 1');
  expect(() => formatMark({ kind: 'sheet', site: 'PAR1', lot: 1, piece: 1, sheet: 4, of: 3 })).toThrow('sheet 4 of 3');
});

test('a test site prints TEST beside every code', () => {
  const code = formatMark(marks[2]!);
  expect(printedText(code, 'test')).toBe(`TEST ${code}`);
  expect(printedText(code, 'live')).toBe(code);
});
