/** Where a new letter begins in a long document. */
export type Beginning = 'where_it_changes' | 'wherever_it_shows';

/** Pages (from 1) of one letter, and the mark that its first page carries. */
export type PagePart = { readonly first: number; readonly last: number; readonly mark: string | null };

/** What becomes of the pages: those before the first mark belong to no letter. */
export type Split = { readonly parts: readonly PagePart[]; readonly before: number };

/** Parts of `every` pages; the last has what is left. */
export function everyPages(pages: number, every: number): Split {
  const parts: PagePart[] = [];
  for (let first = 1; first <= pages; first += every)
    parts.push({ first, last: Math.min(pages, first + every - 1), mark: null });
  return { parts, before: 0 };
}

/**
 * Parts by what each page carries, `null` where it carries nothing: a part begins on a page whose mark differs from the last one
 * read (pages without a mark go on with the part before), or on every page that has a mark. With `separators` the page that begins a
 * part is a sheet of its own and is left out of it; two of them in a row begin one part.
 */
export function byMarks(marks: readonly (string | null)[], beginning: Beginning, separators = false): Split {
  const begins: number[] = [];
  let last: string | null = null;
  marks.forEach((mark, i) => {
    if (mark === null || (beginning === 'where_it_changes' && mark === last)) return;
    last = mark;
    begins.push(i + 1);
  });
  const parts = begins.map((begin, i) => ({
    first: separators ? begin + 1 : begin,
    last: (begins[i + 1] ?? marks.length + 1) - 1,
    mark: marks[begin - 1] ?? null,
  }));
  return { parts: parts.filter(({ first, last }) => first <= last), before: (begins[0] ?? marks.length + 1) - 1 };
}

/**
 * Whether `text` is of the form `pattern`, where `#` stands for a digit, `?` for any one character and `*` for any number of
 * them. Takes time in proportion to both lengths at worst: no pattern can stall it, as a regular expression can.
 */
export function hasForm(text: string, pattern: string): boolean {
  let [at, in_] = [0, 0];
  let [star, resumed] = [-1, 0];
  while (at < text.length) {
    if (pattern[in_] === '*') {
      star = in_++;
      resumed = at;
    } else if (in_ < pattern.length && fits(text[at] ?? '', pattern[in_] ?? '')) {
      in_++;
      at++;
    } else if (star >= 0) {
      in_ = star + 1;
      at = ++resumed;
    } else return false;
  }
  while (pattern[in_] === '*') in_++;
  return in_ === pattern.length;
}

const fits = (character: string, sign: string): boolean =>
  sign === '?' || (sign === '#' ? character >= '0' && character <= '9' : sign === character);
