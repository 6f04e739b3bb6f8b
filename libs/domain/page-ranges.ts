import { MailError } from './mail-error.ts';

/** Pages of a document as a sender writes them, `3-5` or `1-2,7`: ranges from the first page, in the order to be printed. */
export const pageRangesPattern = /^[1-9]\d{0,4}(-[1-9]\d{0,4})?(,[1-9]\d{0,4}(-[1-9]\d{0,4})?){0,49}$/;

/**
 * The pages (from 1) that `ranges` names of a document of `total` pages, in their order; all of them when nothing is said.
 * Error: `page_range_invalid`: not written so, backwards, beyond the document, or a page named twice.
 */
export function pagesOf(ranges: string | undefined, total: number): number[] {
  if (ranges === undefined) return numbers(1, total);
  if (!pageRangesPattern.test(ranges)) throw invalid('Page ranges are written 3-5 or 1-2,7, counted from 1.');
  const pages = ranges.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    if (last < first) throw invalid(`The range ${range} runs backwards: write ${last}-${first}.`);
    if (last > total)
      throw invalid(
        `The range ${range} goes beyond the document, which has ${total} ${total === 1 ? 'page' : 'pages'}.`,
      );
    return numbers(first, last);
  });
  const twice = pages.find((page, i) => pages.indexOf(page) !== i);
  if (twice !== undefined) throw invalid(`Page ${twice} is named twice. Name each page once.`);
  return pages;
}

/** Pages as ranges, the way `pagesOf` reads them: 1, 2, 3, 7 → `1-3,7`. */
export function rangesOf(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && page === run[1] + 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

function invalid(text: string): MailError {
  return new MailError('page_range_invalid', text);
}
