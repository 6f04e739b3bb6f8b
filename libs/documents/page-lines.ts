import type { Rect } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import { type Limits, machineBusy, runConfined } from './confined.ts';
import type { DocumentTools } from './tools.ts';

/** A line of text on a page: its box in mm from the seen page's top left, as the font's ascent and descent draw it. */
export type PageLine = Rect & { readonly text: string };

/** Only the top of a page can show in a window or hold an address: the rest is not kept. */
const top = 130;
/** A page of small print has about 100 lines there; who sends more does not send letters. */
const mostLines = 200;
const mostCharacters = 300;
const usualLimits: Limits = { seconds: 8, memoryMb: 512, outputMb: 128 };
const mmPerPoint = 25.4 / 72;

/**
 * The lines of text that begin in the top 130 mm of each page, in reading order, one array a page; at most 200 lines a page and 300 characters
 * a line. Text is what the file says, seen or not: a scan has the invisible words of its reader, or none; who wants what the eye
 * sees looks for ink under it. Characters that have no place in a line (controls, lone surrogates) are left out. A page whose
 * text cannot be made out has no lines. Errors: `document_too_heavy` (time, memory), `machine_busy` (later).
 * @param pdfFile path of a PDF that `acceptUploadedPdf` or the composer wrote: any other may lie about its boxes
 */
export async function linesOfPages(
  pdfFile: string,
  tools: DocumentTools,
  limits: Limits = usualLimits,
): Promise<PageLine[][]> {
  let said = '';
  const decoder = new TextDecoder();
  const ended = await runConfined(
    tools.pdftotext,
    ['-bbox-layout', '-enc', 'UTF-8', pdfFile, '-'],
    limits,
    (chunk) => (said += decoder.decode(chunk, { stream: true })),
  );
  if (ended.by === 'busy') throw machineBusy();
  if (ended.by !== 'exit')
    throw new MailError(
      'document_too_heavy',
      `The document was given up: reading its text takes too much ${ended.by}. Export it again with simpler drawings.`,
      'never',
      ended.stderr,
    );
  return linesIn(said);
}

/** Reads what `pdftotext -bbox-layout` writes: it writes `<`, `>`, `&` and quotes of a document's text as entities. */
function linesIn(xhtml: string): PageLine[][] {
  const pages: PageLine[][] = [];
  let open: { box: Rect; words: string[] } | undefined;
  for (const [, tag, attributes = '', text = ''] of xhtml.matchAll(/<(\/line|page|line|word)\b([^>]*)>([^<]*)/g)) {
    const page = pages.at(-1);
    if (tag === 'page') pages.push([]);
    else if (tag === 'line') open = { box: boxOf(attributes), words: [] };
    else if (tag === 'word') open?.words.push(plain(text));
    else if (open !== undefined && page !== undefined) {
      const line = open.words
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, mostCharacters)
        .replace(/\p{Surrogate}/gu, '');
      const { x, y, width, height } = open.box;
      const placed = [x, y, width, height].every((value) => Number.isFinite(value) && Math.abs(value) < 10_000);
      if (line !== '' && placed && y < top && y + height > 0 && page.length < mostLines)
        page.push({ text: line, ...open.box });
      open = undefined;
    }
  }
  return pages;
}

function boxOf(attributes: string): Rect {
  const at = (name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(attributes)?.[1] ?? NaN) * mmPerPoint;
  const [left, upper, right, lower] = [at('xMin'), at('yMin'), at('xMax'), at('yMax')];
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return { x: rounded(left), y: rounded(upper), width: rounded(right - left), height: rounded(lower - upper) };
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text
    .replace(/&(#\d{1,6}|#x[\da-f]{1,6}|\w{1,6});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name] ?? whole;
      const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\p{Cc}/gu, ' ');
}
