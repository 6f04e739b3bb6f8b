import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ImportView } from '#contracts/api/imports';
import type { Sql } from '#database/scope';
import { fieldsOf, type CellKind } from '#domain/import-cells';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../../http/caller.ts';
import { InFlight } from '../../http/request-line.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import type { StreamedBody } from '../../http/streamed-body.ts';
import { TemplateData } from '../template-data.ts';
import { FileText } from './file-text.ts';
import type { RawRow } from './csv-rows.ts';
import { importOf, viewOf, type ImportDefinition } from './import-row.ts';
import { bytesOf, type PartOfFile } from './part-of-file.ts';
import { ended, takeBatch, tooManyErrors } from './take-batch.ts';
import { Upload } from './upload.ts';

/** Rows, and bytes of text, that one transaction takes. */
const ROWS_A_BATCH = 500;
const BYTES_A_BATCH = 2 * 1024 * 1024;
/** Rows judged in one go; between them other requests have their turn. */
const ROWS_A_TURN = 50;

const media = { csv: 'text/csv', jsonl: 'application/x-ndjson' } as const;

/** Reads files of letters as they come: memory holds one batch, whatever the file's size. */
@Injectable()
export class FileReceiver {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly templates: TemplateData,
    private readonly inFlight: InFlight,
  ) {}

  /**
   * Takes a file, or a part of it. Sent again from its begin, what is known of it is compared and skipped. Of a part that is not the last
   * a row without its line end is not taken: the next part begins with it.
   * @throws MailError `import_ended`, `import_offset_unknown`, `import_file_differs`, `import_moved_on`, `import_unreadable`,
   *   `import_columns_unknown`, `import_too_many_errors`, what `takeBatch` and `bytesOf` throw, `body_incomplete` (later)
   */
  async receive(call: Call, importId: string, part: PartOfFile, body: StreamedBody): Promise<ImportView> {
    const { from, length, last } = part;
    const { row, definition, batches, kinds } = await this.opened(call, importId, from, body.media);
    const found = row.reading?.encoding ?? 'auto';
    const chunks = length === undefined ? body.chunks : bytesOf(body.chunks, length);
    const text = await FileText.open(chunks, found === 'auto' ? definition.encoding : found, from);
    for (const { text_bytes, hash } of batches) {
      const place = text.taken + text_bytes;
      const reached = await text.reaches(place);
      if (!reached && !last) throw goOnAt(row.next_byte);
      if (!reached || !text.takeTo(place).hash.equals(hash)) throw differs();
    }
    if (row.state === 'complete') {
      if (!last || (await text.reaches(text.taken + 1))) throw differs();
      return viewOf(row);
    }
    await this.takeRows(call, new Upload(row, definition, text, kinds, last));
    return this.ledger.read(call, async (sql) => viewOf(await importOf(sql, importId)));
  }

  private async takeRows(call: Call, upload: Upload): Promise<void> {
    const rows = upload.rows();
    for (;;) {
      const more = await this.nextBatch(call, upload, rows);
      // Of a part without a whole row nothing is kept.
      if (more || upload.last || upload.bytes > 0) await this.commit(call, upload, !more && upload.last);
      if (!more) return;
      if (this.inFlight.stopping) throw new MailError('busy', 'This process ends. Go on from `nextByte`.', 'later');
    }
  }

  /** Reads rows until they make a batch; false at the end of what is sent. What came whole before it broke off is kept. */
  private async nextBatch(call: Call, upload: Upload, rows: AsyncGenerator<RawRow>): Promise<boolean> {
    try {
      while (upload.count < ROWS_A_BATCH && upload.bytes < BYTES_A_BATCH) {
        const { done, value } = await rows.next();
        if (done) return false;
        upload.add(value);
        if (upload.count % ROWS_A_TURN === 0) await breathe();
      }
      return true;
    } catch (error) {
      if (upload.count > 0) await this.commit(call, upload, false);
      throw error;
    }
  }

  private async commit(call: Call, upload: Upload, last: boolean): Promise<void> {
    const batch = upload.take(last);
    const of = { importId: upload.row.id, orderId: upload.row.order_id, ...customerOf(call) };
    // Told after the commit: what was left out is to be read.
    if (!(await this.ledger.write(call, (tx) => takeBatch(tx, of, batch, this.templates)))) throw tooManyErrors();
  }

  private opened(call: Call, importId: string, from: number, given: string) {
    return this.ledger.read(call, async (sql) => {
      const row = await importOf(sql, importId);
      if (row.state === 'abandoned' || row.state === 'deleted') throw ended(row);
      if (row.definition === null) throw new MailError('content_erased', 'What this import was made of is erased.');
      if (given !== '' && given !== media[row.format])
        throw new MailError('media_type_not_supported', `Send this file as ${media[row.format]}.`);
      if (from !== 0 && from !== row.next_byte) throw goOnAt(row.next_byte);
      const batches =
        from === row.next_byte
          ? []
          : await sql<{ text_bytes: number; hash: Buffer }>(
              `select text_bytes, hash from pli.import_batches where import_id = $1 order by number`,
              [importId],
            );
      return { row, definition: row.definition, batches, kinds: await kindsOf(sql, row.definition) };
    });
  }
}

const goOnAt = (nextByte: number): MailError =>
  new MailError('import_offset_unknown', `Go on at byte ${nextByte} of the file, or send all of it again from byte 0.`);

const differs = (): MailError =>
  new MailError(
    'import_file_differs',
    'This is not the file of which rows were taken already: its bytes differ. Send that one, or make another import.',
  );

async function kindsOf(sql: Sql, { letter: { content } }: ImportDefinition): Promise<Map<string, CellKind>> {
  if (content?.kind !== 'template') return new Map();
  const [version] = await sql<{ data_schema: unknown }>(`select data_schema from pli.template_versions where id = $1`, [
    content.templateVersionId,
  ]);
  return fieldsOf(version?.data_schema);
}
