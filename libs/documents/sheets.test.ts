import { countSheets, layOut, type Part } from './sheets.ts';

const letter: Part[] = [
  { kind: 'address_page', pages: 1 },
  { kind: 'document', pages: 3 },
  { kind: 'attachment', pages: 2 },
];

test('printed on both sides, each part begins a sheet and the address page keeps a blank back', () => {
  expect(layOut(letter, 'duplex')).toEqual([
    { part: 0, front: 1, back: undefined },
    { part: 1, front: 2, back: 3 },
    { part: 1, front: 4, back: undefined },
    { part: 2, front: 5, back: 6 },
  ]);
});

test('printed on one side, every page is a sheet', () => {
  expect(countSheets(letter, 'simplex')).toBe(6);
  expect(layOut(letter, 'simplex').map(({ front }) => front)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a two-page invoice in duplex is one sheet', () => {
  expect(countSheets([{ kind: 'document', pages: 2 }], 'duplex')).toBe(1);
});
