import { CsvError, parse } from 'csv-parse';
import { importDelimiters, type ImportDelimiter } from '#domain/import-mapping';
import { MailError } from '#domain/mail-error';

/**
 * One row of a file, and where it ends, counted from where reading began. Its cells are bytes, each as the character of its number (Latin-1):
 * a buffer a cell would lie outside the heap, a million of them a file, and memory would grow by the gaps between them.
 */
export interface RawRow {
  cells: string[];
  end: number;
}

/** A row longer than that is no row: a quote was opened and never closed. */
export const MOST_ROW_BYTES = 1024 * 1024;

/**
 * Rows of CSV (RFC 4180, with any line end) as they come. What came whole before something broke is given before it is told.
 * @param last whether the file ends with the text; else what has no line end is no row
 * @throws MailError `import_unreadable` for what cannot be parted into rows; what `text` throws
 */
export async function* csvRows(
  text: AsyncIterable<Buffer>,
  delimiter: ImportDelimiter,
  last = true,
): AsyncGenerator<RawRow> {
  let rows: RawRow[] = [];
  const parser = parse({
    delimiter,
    encoding: 'latin1',
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MOST_ROW_BYTES,
    // Rows are taken here and not from the stream, which would drop those it holds when it breaks.
    on_record: (cells: unknown, { bytes }) => {
      rows.push({ cells: cells as string[], end: bytes });
      return null;
    },
  });
  parser.resume();
  // Told by the write that failed; an event that nobody hears would end the process.
  parser.on('error', () => undefined);
  const given = (): RawRow[] => {
    const now = rows;
    rows = [];
    return now;
  };
  try {
    for await (const chunk of text) {
      await settled((done) => parser.write(chunk, done));
      yield* given();
    }
    if (last) await settled((done) => parser.end(done));
  } catch (error) {
    yield* given();
    throw error instanceof CsvError ? unreadable(error) : error;
  }
  yield* given();
}

const settled = (work: (done: (error?: Error | null) => void) => unknown): Promise<void> =>
  new Promise((resolve, reject) => void work((error) => (error ? reject(error) : resolve())));

function unreadable(error: CsvError): MailError {
  const row = Number((error as { lines?: unknown }).lines ?? 0);
  return new MailError(
    'import_unreadable',
    `From line ${row} on the file cannot be parted into rows: a quote (") is opened there and not closed, or the row is longer than ${MOST_ROW_BYTES} bytes. Write a quote inside a cell twice (""), and go on with the mended file.`,
    'never',
    error,
  );
}

/** The delimiter that parts the first row best: counted outside quotes, semicolons first as spreadsheets here write them. */
export function delimiterOf(head: string): ImportDelimiter {
  let quoted = false;
  const counts = new Map<string, number>();
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const of = (delimiter: ImportDelimiter) => counts.get(delimiter) ?? 0;
  return importDelimiters.reduce((best, each) => (of(each) > of(best) ? each : best));
}

/** Looks at the first row of a text without taking it. */
export async function withHead(text: AsyncIterable<Buffer>): Promise<{ head: string; text: AsyncIterable<Buffer> }> {
  const source = text[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let length = 0;
  for (; length < MOST_ROW_BYTES;) {
    const { done, value } = await source.next();
    if (done) break;
    seen.push(value as Buffer);
    length += value.length;
    if (value.includes(10) || value.includes(13)) break;
  }
  async function* again() {
    yield* seen;
    for (;;) {
      const { done, value } = await source.next();
      if (done) return;
      yield value as Buffer;
    }
  }
  return { head: Buffer.concat(seen).toString('latin1'), text: again() };
}

/**
 * Lines of JSON Lines as they come; a line is its only cell.
 * @param last whether the file ends with the text; else what has no line feed is no line
 * @throws MailError `import_unreadable` for a line without end
 */
export async function* jsonLines(text: AsyncIterable<Buffer>, last = true): AsyncGenerator<RawRow> {
  let rest: Buffer = Buffer.alloc(0);
  let end = 0;
  for await (const chunk of text) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      end += at + 1;
      yield { cells: [rest.toString('latin1', 0, at)], end };
      rest = rest.subarray(at + 1);
    }
    if (rest.length > MOST_ROW_BYTES)
      throw new MailError(
        'import_unreadable',
        `A line is longer than ${MOST_ROW_BYTES} bytes: write one letter a line, and end each with a line feed.`,
      );
  }
  if (last && rest.length > 0) yield { cells: [rest.toString('latin1')], end: end + rest.length };
}
