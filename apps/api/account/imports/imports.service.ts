import { Injectable } from '@nestjs/common';
import type { ImportErrorPage, ImportErrorQuery, ImportQuery, ImportView, NewImport } from '#contracts/api/imports';
import { newLetter } from '#contracts/api/letters';
import { pageFrom } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import { deleteImports } from '#database/delete-draft';
import type { LedgerTransaction } from '#database/ledger';
import { importGoesOnSeconds } from '#domain/waiting-states';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../../http/caller.ts';
import { refuseWith } from '../../http/refusal.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import { contentFaults, draftRows } from '../letter-rows.ts';
import { draftForChange } from '../order-rows.ts';
import { TemplateData } from '../template-data.ts';
import { errorFile } from './error-file.ts';
import { importColumns, importOf, viewOf, type ImportDefinition, type StoredImport } from './import-row.ts';
import { takeLettersOut } from './take-letters-out.ts';

/** Imports that are sent or wait for the rest of their file; an order needs one. */
const MOST_UNFINISHED = 20;

/** Imports of letters: opened here, filled by `FileReceiver`. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly templates: TemplateData,
  ) {}

  create(call: Call, given: NewImport): Promise<ImportView> {
    return this.ledger.once(call, 201, async (tx) => {
      const { account, mode } = customerOf(call);
      const order = await draftForChange(tx.sql, given.orderId);
      const [unfinished] = await tx.sql<{ count: number }>(
        `select count(*) as count from pli.imports where state in ('open', 'receiving')`,
      );
      if ((unfinished?.count ?? 0) >= MOST_UNFINISHED)
        throw new MailError(
          'too_many_imports',
          `${MOST_UNFINISHED} imports of this account are not complete. Go on with them, or delete some.`,
        );
      await this.refuseUnusable(tx, call, given, order.options.service);
      const { encoding, delimiter, mapping, letter } = given;
      const row = {
        id: newId('import', tx.at),
        order_id: order.id,
        state: 'open',
        state_since: tx.at,
        deadline_at: new Date(tx.at.getTime() + importGoesOnSeconds * 1000),
        format: given.format,
        definition: { encoding, delimiter, mapping, letter } satisfies ImportDefinition,
        created_at: tx.at,
      } as const;
      const none = { completed_at: null, erased_at: null };
      await tx.create('import', 'import.opened', [{ ...row, ...none, account_id: account, mode }]);
      const counts = { next_byte: 0, rows_read: 0, rows_taken: 0, rows_left_out: 0 };
      return viewOf({ ...row, ...none, ...counts, reading: null });
    });
  }

  async list(call: Call, { limit, after, orderId }: ImportQuery): Promise<{ rows: ImportView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<StoredImport>(
        `select ${importColumns} from pli.imports where id > $1 and ($2::text is null or order_id = $2) and state <> 'deleted'
         order by id limit $3`,
        [after ?? '', orderId ?? null, limit + 1],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  one(call: Call, id: string): Promise<ImportView> {
    return this.ledger.read(call, async (sql) => viewOf(await importOf(sql, id)));
  }

  /** What is to be mended in the rows left out, so many rows at once. */
  async errorRows(call: Call, id: string, { after, limit }: ImportErrorQuery): Promise<ImportErrorPage> {
    return this.ledger.read(call, async (sql) => {
      const { erased_at } = await importOf(sql, id);
      if (erased_at !== null) throw leftOutErased();
      const rows = await sql<ImportErrorPage['rows'][number]>(
        `select row, column_name as column, value, code, detail from pli.import_errors
         where import_id = $1 and row in (select distinct row from pli.import_errors where import_id = $1 and row > $2 order by row limit $3)
         order by row, item`,
        [id, after, limit],
      );
      const numbers = new Set(rows.map(({ row }) => row));
      return { rows, next: numbers.size === limit ? (rows.at(-1)?.row ?? null) : null };
    });
  }

  /** What is to be mended in the rows left out, as CSV that a spreadsheet opens. */
  async errors(call: Call, id: string): Promise<AsyncIterable<string>> {
    const row = await this.ledger.read(call, (sql) => importOf(sql, id));
    if (row.erased_at !== null) throw leftOutErased();
    return errorFile((work) => this.ledger.read(call, work), id, row.reading?.delimiter ?? ',');
  }

  /** Ends an import and takes its letters out of the draft again. */
  delete(call: Call, id: string): Promise<void> {
    return this.ledger.write(call, async (tx) => {
      const { order_id } = await importOf(tx.sql, id);
      await draftForChange(tx.sql, order_id);
      await importOf(tx.sql, id, 'for update');
      await takeLettersOut(tx, id, order_id);
      await deleteImports(tx, [id]);
    });
  }

  /** What all letters of the file would be refused for is refused now: a template or document that is not there. */
  private async refuseUnusable(tx: LedgerTransaction, call: Call, { letter, orderId }: NewImport, service: string) {
    const { content, ...others } = letter;
    if (content === undefined || (content.kind === 'document' && content.documentId === undefined)) return;
    const sample = newLetter.safeParse({ ...others, content, recipient: somebody });
    if (!sample.success) return;
    const of = { orderId, ...customerOf(call), firstPosition: 1, sender: undefined, service, at: tx.at };
    const faults = await contentFaults(tx.sql, draftRows([sample.data], of), this.templates);
    refuseWith(
      'letters_invalid',
      faults
        // Data are of a row.
        .filter(({ code }) => code !== 'template_data_invalid')
        .map((fault) => ({ ...fault, pointer: fault.pointer?.replace('/letters/0', '/letter') ?? '/letter' })),
      'the letters',
    );
  }
}

const leftOutErased = () =>
  new MailError('content_erased', 'What was left out of this import is erased some days after its end.');

/** Stands for the recipients of a file, whoever they are. */
const somebody = { kind: 'person', name: 'Claire Fontaine', street: 'rue des Lilas', postcode: '69001', town: 'Lyon' };
