import { pagesOf, rangesOf } from './page-ranges.ts';

test.each([
  [undefined, 3, [1, 2, 3]],
  ['2', 3, [2]],
  ['3-5', 5, [3, 4, 5]],
  ['1-2,7', 7, [1, 2, 7]],
  ['7,1-2', 7, [7, 1, 2]],
])('%s of a document of %d pages', (ranges, total, pages) => {
  expect(pagesOf(ranges, total)).toEqual(pages);
});

test.each([
  ['', /written 3-5 or 1-2,7/],
  ['0-1', /counted from 1/],
  ['1-', /written/],
  ['1 - 2', /written/],
  ['5-3', /write 3-5/],
  ['2-4', /goes beyond the document, which has 3 pages/],
  ['4', /goes beyond/],
  ['1-3,2', /Page 2 is named twice/],
  ['1,'.repeat(60) + '1', /written/],
])('%s of three pages is refused', (ranges, text) => {
  expect(() => pagesOf(ranges, 3)).toThrow(expect.objectContaining({ code: 'page_range_invalid' }));
  expect(() => pagesOf(ranges, 3)).toThrow(text);
});

test('a range as long as numbers can be written costs nothing when the document is short', () => {
  expect(() => pagesOf('1-99999', 3)).toThrow('goes beyond');
});

test('pages are written as the ranges that name them', () => {
  for (const pages of [[1], [1, 2, 3, 7], [7, 1, 2], [3, 2, 1]]) expect(pagesOf(rangesOf(pages), 9)).toEqual(pages);
  expect(rangesOf([1, 2, 3, 7])).toBe('1-3,7');
});
