import { Injectable } from '@nestjs/common';
import { BEGINNING_BYTES, BEGINNING_ROWS, type BeginningQuery, type FileBeginning } from '#contracts/api/imports';
import { fieldsOf } from '#domain/import-cells';
import { mappingByHeadings } from '#domain/import-headings';
import { MailError } from '#domain/mail-error';
import type { Call } from '../../http/caller.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import { csvRows, delimiterOf, withHead } from './csv-rows.ts';
import { CellText, FileText } from './file-text.ts';

/** Says how a file would be read, from its first bytes: by the same reader as the file itself, and nothing is kept. */
@Injectable()
export class FileBeginnings {
  constructor(private readonly ledger: ScopedLedger) {}

  /** @throws MailError `import_unreadable`, `import_text_unreadable`, `template_version_unknown` */
  async of(call: Call, bytes: Buffer, query: BeginningQuery): Promise<FileBeginning> {
    const dataFields = await this.fieldsOf(call, query.templateVersionId);
    const text = await FileText.open(only(bytes), query.encoding, 0);
    const { head, text: chunks } = await withHead(text.chunks());
    const delimiter = query.delimiter === 'auto' ? delimiterOf(head) : query.delimiter;
    const cells = new CellText(text.encoding);
    const rows: string[][] = [];
    // Of a longer file the last row is cut.
    for await (const row of csvRows(chunks, delimiter, bytes.length < BEGINNING_BYTES)) {
      if (row.cells.every((cell) => cell.trim() === '')) continue;
      rows.push(row.cells.map((cell) => cells.decode(cell)));
      if (rows.length > BEGINNING_ROWS) break;
    }
    const [headings = [], ...first] = rows;
    return {
      encoding: cells.encoding === 'auto' ? null : cells.encoding,
      delimiter,
      headings,
      rows: first,
      ...guessed(headings, dataFields),
      dataFields,
    };
  }

  private async fieldsOf(call: Call, versionId: string | undefined): Promise<string[]> {
    if (versionId === undefined) return [];
    const [version] = await this.ledger.read(call, (sql) =>
      sql<{ data_schema: unknown }>(`select data_schema from pli.template_versions where id = $1`, [versionId]),
    );
    if (version === undefined)
      throw new MailError(
        'template_version_unknown',
        'There is no such template version in this account and mode, or it was withdrawn.',
      );
    return [...fieldsOf(version.data_schema).keys()];
  }
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}

function guessed(headings: readonly string[], dataFields: readonly string[]): Pick<FileBeginning, 'mapping' | 'why'> {
  try {
    const mapping = mappingByHeadings(headings, dataFields);
    if (mapping !== undefined) return { mapping, why: null };
    return { mapping: null, why: 'The first row does not say by usual headings where name and town stand.' };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return { mapping: null, why: error.message };
  }
}
