import { formatMark, readMark, type Mark } from './marks.ts';

/** What somebody who looks for something may have typed, scanned or pasted: several at once, for a number may be many things. */
export type SearchText = {
  /** An id of ours, as it is written: `let_…`, `ord_…`. Of a copy, its letter's id. */
  readonly id: string | undefined;
  /** A code that Pli prints. */
  readonly mark: Mark | undefined;
  /** Codes of the windows in which the piece of a window or sheet code may lie: each copy that it may be. */
  readonly windowCodes: readonly string[];
  /** A number without its spaces: registered, tracking. */
  readonly number: string | undefined;
  /** A plain number: of a lot, tray, deposit or franking mark. */
  readonly plain: number | undefined;
  /** As it was typed, for references; trimmed. */
  readonly text: string;
};

/** No piece was ever made so often. */
const MOST_COPIES = 9;

/** Reads what was typed or scanned. Nothing is looked up: it only says what it may be. */
export function readSearchText(typed: string): SearchText {
  const text = typed.trim();
  const mark = readMark(text.toUpperCase());
  const [id] = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}(?=$|\.\d{1,3}$)/.exec(text.toLowerCase()) ?? [];
  const number = text.replace(/[\s.-]/g, '').toUpperCase();
  return {
    id,
    mark,
    windowCodes: windowCodesOf(mark),
    // Words have no digits; a registered number of any carrier has eight at least.
    number: /^(?=(?:\D*\d){6})[0-9A-Z]{8,30}$/.test(number) ? number : undefined,
    plain: /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined,
    text,
  };
}

function windowCodesOf(mark: Mark | undefined): string[] {
  if (mark?.kind === 'window') return [formatMark(mark)];
  if (mark?.kind !== 'sheet') return [];
  const { site, lot, piece } = mark;
  return Array.from({ length: MOST_COPIES }, (_, i) => formatMark({ kind: 'window', site, lot, piece, copy: i + 1 }));
}
