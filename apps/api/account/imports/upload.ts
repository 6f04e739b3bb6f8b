import type { CellKind } from '#domain/import-cells';
import { mappingByHeadings } from '#domain/import-headings';
import type { ImportMapping, ImportMappingOfSome } from '#domain/import-mapping';
import { rowReader } from '#domain/import-rows';
import { MailError } from '#domain/mail-error';
import { refuseWith } from '../../http/refusal.ts';
import { pointerOf } from '../../http/validation.pipe.ts';
import { csvRows, delimiterOf, jsonLines, withHead, type RawRow } from './csv-rows.ts';
import { CellText, type FileText } from './file-text.ts';
import type { ImportDefinition, ImportReading, StoredImport } from './import-row.ts';
import { csvJudge, jsonJudge, type Judgement, type RowJudge } from './row-judge.ts';
import type { Batch } from './take-batch.ts';

/** One sending of a file, or of the rest of it: rows come in, batches go out. */
export class Upload {
  /** Rows and bytes of text that wait to be taken. */
  count = 0;
  bytes = 0;
  private pending: Judgement[] = [];
  private readonly reading: ImportReading;
  private readonly cells: CellText;
  private judge: RowJudge | undefined;
  /** Where in the text reading rows began, and the last row ended. */
  private readonly begin: number;
  private end: number;
  private nextByte: number;

  constructor(
    readonly row: StoredImport,
    private readonly definition: ImportDefinition,
    private readonly text: FileText,
    private readonly kinds: ReadonlyMap<string, CellKind>,
    /** Whether the file ends with what is sent. */
    readonly last: boolean,
  ) {
    this.reading = row.reading ?? {
      encoding: text.encoding,
      delimiter: definition.delimiter === 'auto' ? null : definition.delimiter,
      headings: [],
      mapping: null,
      unused: [],
      rowsSeen: 0,
    };
    this.cells = new CellText(this.reading.encoding);
    this.begin = this.end = text.taken;
    this.nextByte = row.next_byte;
    const { headings, mapping } = this.reading;
    if (row.format === 'jsonl') this.judge = jsonJudge(this.cells, definition.letter);
    else if (mapping !== null) this.judge = this.csv(headings, mapping);
  }

  /** The rows as they come. */
  async *rows(): AsyncGenerator<RawRow> {
    if (this.row.format === 'jsonl') {
      yield* jsonLines(this.text.chunks(), this.last);
      return;
    }
    let chunks: AsyncIterable<Buffer> = this.text.chunks();
    if (this.reading.delimiter === null) {
      const peeked = await withHead(chunks);
      chunks = peeked.text;
      this.reading.delimiter = delimiterOf(peeked.head);
    }
    yield* csvRows(chunks, this.reading.delimiter, this.last);
  }

  /** @throws MailError `import_columns_unknown` for a row of headings in which what the mapping names is not found */
  add({ cells, end }: RawRow): void {
    this.end = this.begin + end;
    this.bytes = this.end - this.text.taken;
    this.reading.rowsSeen++;
    if (cells.every(isBlank)) return;
    if (this.judge === undefined) {
      this.judge = this.headed(cells.map((cell) => this.cells.decode(cell)));
      return;
    }
    this.pending.push(this.judge.judge(cells, this.reading.rowsSeen));
    this.count++;
  }

  /** What waits, as one batch; with `last` it ends with the file. */
  take(last: boolean): Batch {
    const { hash, textBytes, fileBytes } = this.text.takeTo(last ? this.text.came : this.end);
    this.reading.encoding = this.cells.encoding;
    const batch = { rows: this.pending, from: this.nextByte, fileBytes, textBytes, hash, reading: this.reading, last };
    this.nextByte += fileBytes;
    this.pending = [];
    this.count = this.bytes = 0;
    return batch;
  }

  private headed(headings: string[]): RowJudge {
    const { mapping: given } = this.definition;
    const fields = [...this.kinds.keys()];
    const mapping = given === 'auto' ? mappingByHeadings(headings, fields) : withOthers(given, headings, fields);
    if (mapping === undefined)
      throw new MailError(
        'import_columns_unknown',
        'The first row does not say by usual headings where name and town stand. Make another import with a `mapping`.',
      );
    const judge = this.csv(headings, mapping);
    Object.assign(this.reading, { headings, mapping });
    return judge;
  }

  private csv(headings: string[], mapping: ImportMapping): RowJudge {
    const { reader, faults } = rowReader(mapping, headings, this.definition.letter, this.kinds);
    const items = faults.map(({ path, text }) => ({
      code: 'import_column_unknown',
      detail: text,
      pointer: pointerOf(['mapping', ...path]),
    }));
    refuseWith('import_columns_unknown', items, 'the mapping of the import: make another one with its columns');
    this.reading.unused = reader.unused;
    return csvJudge(this.cells, reader, headings.length);
  }
}

/** A mapping of some columns with the others as their headings say. */
function withOthers(given: ImportMapping | ImportMappingOfSome, headings: string[], fields: string[]) {
  return 'others' in given ? mappingByHeadings(headings, fields, given) : given;
}

const isBlank = (cell: string): boolean => /^[ \t\r]*$/.test(cell);
