import { Inject, Injectable } from '@nestjs/common';
import type { Letter, LetterQuery, LetterRow, LetterSearch } from '#contracts/api/letters';
import { pageFrom } from '#contracts/api/shapes';
import type { Mode, Sql } from '#database/scope';
import { addressLines, type PostalAddress } from '#domain/address';
import { MailError } from '#domain/mail-error';
import { accountBlobs, type Blobs } from '#storage/blobs';
import { ArchiveService } from '../administration/archive.service.ts';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { directionOf, pageCondition } from '../http/sorted-page.ts';
import { BLOBS } from '../parts.ts';
import { problemPages } from '../problems/table.ts';
import type { EventRow } from './events.service.ts';
import { letterColumns, letterRowOf, type LetterListRow } from './letter-list.ts';
import { timelineOf } from './timeline.ts';
import { waitingView } from './waiting-view.ts';

type Row = LetterListRow;
interface WholeRow extends Row {
  mode: Mode;
  recipient: PostalAddress | null;
  sender: PostalAddress | null;
  client_reference: string | null;
  template_version_id: string | null;
  document_id: string | null;
  document_pages: string | null;
  address_page: 'auto' | 'add' | null;
  attachment_ids: string[];
  attachment_pages: string[];
  accept: string[];
  warnings: Letter['warnings'];
  options: Record<string, unknown>;
  pages: number | null;
  sheets: number | null;
  envelope: string | null;
  weight_mg: number | null;
  weight_band: number | null;
  postage_cents: number | null;
  current_copy: number;
  composed_blob: string | null;
  handed_over_at: Date | null;
  accepted_at: Date | null;
  deposit_day: string | null;
  carrier_status: string | null;
  reason_code: string | null;
  reason_text: string | null;
  erased_at: Date | null;
}
const columns = letterColumns();
const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Letters as their account sees them. */
@Injectable()
export class LettersService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly archive: ArchiveService,
    @Inject(BLOBS) private readonly blobs: Blobs,
  ) {}

  async list(
    call: Call,
    { limit, after, sort, state, orderId, service }: LetterQuery,
  ): Promise<{ rows: LetterRow[]; next: string | null }> {
    const conditions = [`state <> 'deleted'`, ...pageCondition(sort, after)];
    const values: unknown[] = [after ?? '', limit + 1];
    const filter = (column: string, value: unknown) => {
      if (value !== undefined) conditions.push(`${column} = $${values.push(value)}`);
    };
    filter('state', state);
    filter('order_id', orderId);
    filter('service', service);
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.letters where ${conditions.join(' and ')} order by id ${directionOf(sort)} limit $2`,
        values,
      ),
    );
    return pageFrom(read.map(letterRowOf), limit);
  }

  /** Finds letters by what may be personal; erased letters are found by their numbers only. */
  async search(
    call: Call,
    { limit, after, clientReference, registeredNumber, recipientName, postcode }: LetterSearch,
  ): Promise<{ rows: LetterRow[]; next: string | null }> {
    const conditions = [`l.id > $1`, `l.state <> 'deleted'`];
    const values: unknown[] = [after ?? '', limit + 1];
    const filter = (condition: (parameter: string) => string, value: string | undefined) => {
      if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
    };
    filter(
      (p) => `(l.client_reference = ${p} or l.order_id in (select id from pli.orders where client_reference = ${p}))`,
      clientReference,
    );
    filter((p) => `l.registered_number = ${p}`, registeredNumber?.replaceAll(' ', '').toUpperCase());
    filter(
      (p) =>
        `l.id in (select n.letter_id from pli.words_of(${p}) w join pli.letter_names n on n.word = w
          where n.account_id = pli.scope_account() and n.mode = pli.scope_mode() and n.letter_id > $1
          group by n.letter_id having count(*) = (select count(*) from pli.words_of(${p})))`,
      recipientName,
    );
    filter((p) => `l.postcode = ${p}`, postcode);
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.letters l where ${conditions.join(' and ')} order by l.id limit $2`, values),
    );
    return pageFrom(read.map(letterRowOf), limit);
  }

  async one(call: Call, id: string): Promise<Letter> {
    return this.ledger.read(call, async (sql) => {
      const row = await wholeRow(sql, id);
      const { account, mode } = call.caller;
      const events = await sql<EventRow>(
        `select number, type, subject, subject_id, at, recorded_at, data, hash from pli.events
         where subject_id = any($1) and stream = $2 order by number limit 500`,
        [[row.id, row.order_id], `account/${account}/${mode}`],
      );
      return { ...wholeView(row), timeline: timelineOf(events) };
    });
  }

  /** The letter's composed pages: the very bytes that are printed; from the archive, once they are erased elsewhere. */
  async composed(call: Call, id: string): Promise<Buffer> {
    const pages = await this.ledger.read(call, async (sql) => {
      const row = await wholeRow(sql, id);
      if (row.composed_blob === null && row.erased_at !== null) return undefined;
      if (row.composed_blob === null)
        throw new MailError('letter_not_composed', 'This letter has not been composed yet.', 'later');
      return this.blobs.read(sql, accountBlobs(call.caller.account ?? '', row.mode), row.composed_blob);
    });
    const kept = pages ?? (await this.archive.openOfLetter(call, id));
    if (kept === undefined)
      throw new MailError('content_erased', 'The content of this letter was erased after it was made.');
    return kept;
  }

  /** How many pages a letter has, and whether they are printed in black alone. */
  looks(call: Call, id: string): Promise<{ pages: number; grey: boolean }> {
    return this.ledger.read(call, async (sql) => {
      const { pages, options } = await wholeRow(sql, id);
      return { pages: pages ?? 0, grey: options['colour'] === 'black' };
    });
  }
}

async function wholeRow(sql: Sql, id: string): Promise<WholeRow> {
  const [row] = await sql<WholeRow>(
    `select ${columns}, mode, recipient, sender, client_reference, template_version_id, document_id, document_pages, address_page, attachment_ids, attachment_pages, accept, warnings, options, pages, sheets, envelope,
       weight_mg, weight_band, postage_cents, current_copy, composed_blob, handed_over_at, accepted_at, deposit_day, carrier_status, reason_code, erased_at,
       case when reason_code is not null then
         (select n.text from pli.notes n
          where n.subject_id = letters.id or (letters.state = 'refused' and n.subject_id = letters.order_id)
          order by n.subject_id = letters.id desc, n.id desc limit 1) end as reason_text
     from pli.letters where id = $1 and state <> 'deleted'`,
    [id],
  );
  if (row === undefined) throw notFound('letter');
  return row;
}

/** What the page of a code says, for a letter whose own words were erased. */
function wordsOf(code: string | null): string | null {
  const told = problemPages.get(code ?? '');
  return told ? `${told.means} ${told.mend}` : null;
}

const wholeView = (row: WholeRow): Omit<Letter, 'timeline'> => ({
  ...letterRowOf(row),
  mode: row.mode,
  recipient: row.recipient,
  recipientLines: row.recipient ? addressLines(row.recipient) : null,
  sender: row.sender,
  clientReference: row.client_reference,
  content: {
    kind: row.document_id ? 'document' : 'template',
    templateVersionId: row.template_version_id,
    documentId: row.document_id,
    pages: row.document_pages,
    addressPage: row.address_page,
    attachments: row.attachment_ids.map((documentId, i) => ({ documentId, pages: row.attachment_pages[i] || null })),
  },
  accepted: row.accept,
  warnings: row.warnings,
  options: row.options,
  pages: row.pages,
  sheets: row.sheets,
  envelope: row.envelope,
  weightMg: row.weight_mg,
  weightBand: row.weight_band,
  postageCents: row.postage_cents,
  copies: row.current_copy,
  handedOverAt: iso(row.handed_over_at),
  acceptedByCarrierAt: iso(row.accepted_at),
  depositDay: row.deposit_day,
  carrierStatus: row.carrier_status,
  reason: row.reason_code,
  reasonText: row.reason_text ?? (row.state === 'unprintable' ? wordsOf(row.reason_code) : null),
  erasedAt: iso(row.erased_at),
  waiting: waitingView('letter', {
    state: row.state,
    since: row.state_since,
    until: row.deadline_at,
    tracked: row.registered_number !== null,
  }),
});
