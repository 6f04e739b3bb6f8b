import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import type { ImportEncoding } from '#domain/import-mapping';
import { MailError } from '#domain/mail-error';

/** Bytes that a file begins with when it says its encoding. */
const marks: readonly { encoding: ImportEncoding; bytes: Buffer }[] = [
  { encoding: 'utf-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'utf-16le', bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', bytes: Buffer.from([0xfe, 0xff]) },
];

export const isUtf16 = (encoding: string): encoding is 'utf-16le' | 'utf-16be' => encoding.startsWith('utf-16');

/**
 * The text of a file as it comes, in one byte-wise encoding: UTF-16 is rewritten as UTF-8, everything else stays as it is. It is held
 * until it is taken, and knows how many bytes of the file what is taken was.
 */
export class FileText {
  private held: Buffer[] = [];
  /** Bytes of text that came, and that were taken. */
  came = 0;
  taken = 0;
  /** Bytes of the file before its text: a mark of its encoding. */
  private mark = 0;
  private ended = false;
  private readonly decoder: TextDecoder | undefined;

  private constructor(
    /** As far as it is known; `auto` means: bytes, looked at cell by cell. */
    readonly encoding: ImportEncoding | 'auto',
    private readonly source: AsyncIterator<Buffer>,
    private readonly first: Buffer[],
  ) {
    this.decoder = isUtf16(encoding) ? new TextDecoder(encoding, { ignoreBOM: true }) : undefined;
  }

  /** Opens a file at its begin (`at` 0), where it may say its encoding itself, or where it broke off. */
  static async open(chunks: AsyncIterable<Buffer>, wanted: ImportEncoding | 'auto', at: number): Promise<FileText> {
    const source = chunks[Symbol.asyncIterator]();
    if (at > 0) return new FileText(wanted, source, []);
    let head = Buffer.alloc(0);
    while (head.length < 4) {
      const { done, value } = await source.next();
      if (done) break;
      head = Buffer.concat([head, value]);
    }
    const marked = marks.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
    const encoding = wanted === 'auto' ? (marked?.encoding ?? unmarked(head)) : wanted;
    const text = new FileText(encoding, source, []);
    text.mark = marked?.encoding === encoding ? marked.bytes.length : 0;
    if (head.length > text.mark) text.first.push(head.subarray(text.mark));
    return text;
  }

  /** The text that is held, then what comes; each chunk is held until it is taken. */
  async *chunks(): AsyncGenerator<Buffer> {
    yield* [...this.held];
    for (;;) {
      const text = await this.pull();
      if (text === undefined) return;
      yield text;
    }
  }

  /** Waits until the text has come up to a place; false when the file ends before it. */
  async reaches(place: number): Promise<boolean> {
    while (this.came < place) if ((await this.pull()) === undefined) return false;
    return true;
  }

  private async pull(): Promise<Buffer | undefined> {
    while (!this.ended) {
      const first = this.first.shift();
      const { done, value } = first ? { done: false, value: first } : await this.source.next();
      this.ended = done === true;
      const text = this.decoder
        ? Buffer.from(this.decoder.decode(done ? undefined : (value as Buffer), { stream: !done }))
        : done
          ? Buffer.alloc(0)
          : (value as Buffer);
      if (text.length === 0) continue;
      this.held.push(text);
      this.came += text.length;
      return text;
    }
    return undefined;
  }

  /**
   * Takes text up to a place, counted from where the file was opened.
   * @returns its SHA-256, its length, and how many bytes of the file it was
   */
  takeTo(place: number): { hash: Buffer; textBytes: number; fileBytes: number } {
    const textBytes = place - this.taken;
    const hash = createHash('sha256');
    let units = 0;
    for (let left = textBytes; left > 0;) {
      const chunk = this.held[0];
      if (chunk === undefined) throw new Error('text is taken that did not come');
      const part = chunk.subarray(0, left);
      hash.update(part);
      // Characters are counted by their first byte, so that a cut inside one counts it once.
      if (isUtf16(this.encoding)) units += utf16Units(part);
      if (part.length === chunk.length) this.held.shift();
      else this.held[0] = chunk.subarray(part.length);
      left -= part.length;
    }
    const fileBytes = (isUtf16(this.encoding) ? units * 2 : textBytes) + (this.taken === 0 ? this.mark : 0);
    this.taken = place;
    return { hash: hash.digest(), textBytes, fileBytes };
  }
}

/** Spreadsheets that write UTF-16 without saying so write a zero into every second byte of their headings. */
function unmarked(head: Buffer): ImportEncoding | 'auto' {
  if (head.length >= 4 && head[0] !== 0 && head[1] === 0 && head[3] === 0) return 'utf-16le';
  if (head.length >= 4 && head[0] === 0 && head[1] !== 0 && head[2] === 0) return 'utf-16be';
  return 'auto';
}

/** Code units that UTF-8 text has in UTF-16: one a character, two for those of four bytes. */
function utf16Units(utf8: Buffer): number {
  let units = 0;
  for (const byte of utf8) if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  return units;
}

/** Reads cells in the file's encoding; as long as that is `auto`, the first cell that is not ASCII decides it. */
export class CellText {
  constructor(public encoding: ImportEncoding | 'auto') {}

  /**
   * @param cell its bytes, each as the character of its number
   * @throws MailError `import_text_unreadable` when the bytes are no text in that encoding
   */
  decode(cell: string): string {
    if (!/[\x80-\xff]/.test(cell)) return cell;
    const bytes = Buffer.from(cell, 'latin1');
    if (this.encoding === 'auto') this.encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
    if (this.encoding !== 'utf-8' && !isUtf16(this.encoding)) return iconv.decode(bytes, this.encoding);
    if (isUtf8(bytes)) return bytes.toString('utf8');
    throw new MailError(
      'import_text_unreadable',
      'This is not UTF-8, as the rest of the file is. Save the file in one encoding, or name it: encoding "windows-1252".',
    );
  }
}
