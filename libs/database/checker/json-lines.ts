import { createReadStream } from 'node:fs';

const BATCH = 1000;
const NEWLINE = 0x0a;

/** Records of a file of JSON lines, and the byte after the last of them: where to read on. */
export interface JsonLines<T> {
  records: T[];
  end: number;
}

/**
 * Reads the whole lines of a file from byte `from` on, a batch at a time, so that memory stays flat. What follows the last line break is
 * not a record: its writer was killed, or is still writing.
 * @throws the file system's error when there is no such file
 */
export async function* jsonLines<T>(file: string, from = 0, batch = BATCH): AsyncGenerator<JsonLines<T>> {
  let records: T[] = [];
  let end = from;
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { start: from }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      const line = Buffer.concat([...rest, chunk.subarray(start, at)]);
      rest = [];
      start = at + 1;
      end += line.length + 1;
      if (line.length > 0) records.push(JSON.parse(line.toString('utf8')) as T);
      if (records.length === batch) {
        yield { records, end };
        records = [];
      }
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (records.length > 0) yield { records, end };
}
