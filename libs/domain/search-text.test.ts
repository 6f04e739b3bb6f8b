import { formatMark } from './marks.ts';
import { readSearchText } from './search-text.ts';

test('an id is one in capitals or of a copy, too', () => {
  const id = 'let_06jd2m8v7k3q9x1z5c4b0n6t2w';
  expect(readSearchText(` ${id} `).id).toBe(id);
  expect(readSearchText(`${id.toUpperCase()}.2`).id).toBe(id);
  expect(readSearchText('let_short').id).toBeUndefined();
});

test('a sheet of an envelope leads to its window, whichever copy it is', () => {
  const sheet = formatMark({ kind: 'sheet', site: 'PAR1', lot: 12, piece: 3, sheet: 1, of: 2 });
  const window = formatMark({ kind: 'window', site: 'PAR1', lot: 12, piece: 3, copy: 2 });
  expect(readSearchText(sheet.toLowerCase()).windowCodes).toContain(window);
  expect(readSearchText(window).windowCodes).toEqual([window]);
});

test('a registered number may be grouped as it is printed; a name is no number', () => {
  expect(readSearchText('RK 12 345 678 5 FR').number).toBe('RK123456785FR');
  expect(readSearchText('Claire Fontaine').number).toBeUndefined();
  expect(readSearchText('17').plain).toBe(17);
  expect(readSearchText('17').number).toBeUndefined();
});
