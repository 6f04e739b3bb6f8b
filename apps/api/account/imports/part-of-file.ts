import { MailError } from '#domain/mail-error';

/** Which bytes of its file a body is. */
export interface PartOfFile {
  /** Byte of the file at which it begins. */
  from: number;
  /** Bytes it must have; undefined when it is what comes, to the end. */
  length: number | undefined;
  /** Whether the file ends with it. */
  last: boolean;
}

/**
 * Reads `Upload-Offset: 1024` (from there to the end), or `Content-Range: bytes 1024-2047/4096` (RFC 9110, section 14.4; all three numbers).
 * @throws MailError `import_offset_unknown`, `content_range_unreadable`, `content_range_impossible`
 */
export function partOfFile(headers: { readonly [name: string]: string | string[] | undefined }): PartOfFile {
  const { 'upload-offset': offset, 'content-range': range, 'content-length': length } = headers;
  if (offset !== undefined && !/^\d{1,12}$/.test(String(offset)))
    throw new MailError('import_offset_unknown', 'Upload-Offset is a number of bytes.');
  if (range === undefined) return { from: Number(offset ?? 0), length: undefined, last: true };
  const [first, end, all] = (/^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/i.exec(String(range)) ?? [])
    .slice(1)
    .map(Number);
  if (first === undefined || end === undefined || all === undefined)
    throw unreadable('It is written bytes <first>-<last>/<all>, three numbers.');
  if (end < first || end >= all)
    throw impossible(`There are no bytes ${first} to ${end} in a file of ${all}: the first is byte 0.`);
  if (offset !== undefined && Number(offset) !== first) throw impossible('Upload-Offset says another byte.');
  const bytes = end - first + 1;
  if (length !== undefined && Number(length) !== bytes)
    throw impossible(`It announces ${bytes} bytes, Content-Length ${Number(length)}.`);
  return { from: first, length: bytes, last: end + 1 === all };
}

/**
 * The bytes of a part as they come, no more than it may have.
 * @throws MailError `content_range_impossible` for more of them, `body_incomplete` (later) for fewer
 */
export async function* bytesOf(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let came = 0;
  for await (const chunk of chunks) {
    came += chunk.length;
    if (came > length) throw impossible(`It announces ${length} bytes, and more came.`);
    yield chunk;
  }
  if (came < length)
    throw new MailError(
      'body_incomplete',
      `${came} of the ${length} bytes that Content-Range announces came.`,
      'later',
    );
}

const unreadable = (why: string): MailError =>
  new MailError('content_range_unreadable', `Content-Range cannot be followed. ${why}`);
const impossible = (why: string): MailError =>
  new MailError('content_range_impossible', `Content-Range cannot be followed. ${why}`);
