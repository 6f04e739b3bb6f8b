import { z } from 'zod';

/**
 * The file format shared by inserter and carrier files: JSON lines. First a header that names format and version, then one
 * line for each item, last `{"end":<number of lines between>}`. A file without its end is still being written: by a machine
 * that knows no rename, or cut by a full disk.
 */
export interface LineFile<Header, Line> {
  readonly header: Header;
  readonly lines: readonly Line[];
}

export interface LineFormat<Header, Line> {
  write(file: LineFile<Header, Line>): string;
  /** The file's content, or undefined while it is half written. Throws ZodError or SyntaxError when it is whole and wrong. */
  read(text: string): LineFile<Header, Line> | undefined;
}

/** A format `name` of this version; header and lines are validated on reading, unknown fields are dropped. */
export function lineFormat<H extends z.ZodType, L extends z.ZodType>(
  name: string,
  version: number,
  header: H,
  line: L,
): LineFormat<z.infer<H>, z.infer<L>> {
  const opening = z.object({ format: z.literal(name), version: z.literal(version) });
  return {
    write(file) {
      const head = { format: name, version, ...(file.header as object) };
      return [head, ...file.lines, { end: file.lines.length }].map((each) => JSON.stringify(each) + '\n').join('');
    },
    read(text) {
      const rows = text.split('\n');
      const last = rows.at(-2);
      if (rows.at(-1) !== '' || last === undefined || !isEnd(last, rows.length - 3)) return undefined;
      const [first = '', ...between] = rows.slice(0, -2);
      const head: unknown = JSON.parse(first);
      opening.parse(head);
      return { header: header.parse(head), lines: between.map((row) => line.parse(JSON.parse(row))) };
    },
  };
}

function isEnd(row: string, lines: number): boolean {
  try {
    const end: unknown = JSON.parse(row);
    return typeof end === 'object' && end !== null && 'end' in end && end.end === lines;
  } catch {
    return false;
  }
}
