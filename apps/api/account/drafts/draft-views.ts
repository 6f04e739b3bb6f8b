import { Injectable } from '@nestjs/common';
import type { DraftLack, DraftLetterRow, DraftRow, DraftView, Preparation } from '#contracts/api/drafts';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import type { Sql } from '#database/scope';
import { addressLines, type PostalAddress } from '#domain/address';
import { destinationZoneOf } from '#domain/destinations';
import { MailError } from '#domain/mail-error';
import type { ServiceName } from '#domain/services';
import type { Call } from '../../http/caller.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import { importColumns, viewOf, type StoredImport } from '../imports/import-row.ts';
import { OrderViews } from '../order-views.ts';
import { readDraft } from '../order-rows.ts';
import { givenColumns, letterAsGiven, type GivenRow } from './stored-letter.ts';

interface Row {
  id: string;
  created_at: Date;
  letters: number;
  service: ServiceName;
  client_reference: string | null;
  cost_centre: string | null;
  preparation: Preparation | null;
  recipient: PostalAddress | null;
  document: string | null;
  document_name: string | null;
  template: string | null;
  template_name: string | null;
  to_accept: boolean;
  without_sender: boolean;
  importing: boolean;
  left_out: number;
}

/** What a list tells of a draft: its first letter stands for all, and what is only prepared for what is not there yet. */
const rows = `
  select o.id, o.created_at, o.letters, o.options->>'service' as service, o.client_reference, o.cost_centre, o.preparation,
    case when o.letters = 1 then l.recipient end as recipient, c.document, c.template, d.name as document_name, t.name as template_name,
    coalesce(d.state = 'proposed', false) as to_accept,
    o.options->>'service' = 'registered'
      and exists (select from pli.letters s where s.order_id = o.id and s.state = 'draft' and s.sender is null) as without_sender,
    exists (select from pli.imports i where i.order_id = o.id and (i.state in ('open', 'receiving') or i.state = 'abandoned' and i.rows_taken > 0)) as importing,
    (select coalesce(sum(i.rows_left_out), 0)::int from pli.imports i where i.order_id = o.id and i.state = 'complete') as left_out
  from pli.orders o
  left join lateral (select * from pli.letters l where l.order_id = o.id and l.state = 'draft' order by l.position limit 1) l on true
  cross join lateral (select coalesce(l.document_id, case when l.id is null then o.preparation->'content'->>'documentId' end) as document,
    coalesce(l.template_version_id, case when l.id is null then o.preparation->'content'->>'templateVersionId' end) as template) c
  left join pli.documents d on d.id = c.document
  left join pli.template_versions v on v.id = c.template left join pli.templates t on t.id = v.template_id
  where o.state = 'draft'`;

/** Drafts as whoever writes them goes on with them. */
@Injectable()
export class DraftViews {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly orders: OrderViews,
  ) {}

  /** The newest first. */
  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: DraftRow[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`${rows} and ($1::text is null or o.id < $1) order by o.id desc limit $2`, [after ?? null, limit + 1]),
    );
    return pageFrom(read.map(rowOf), limit);
  }

  /** @throws MailError `not_found`, `order_not_draft` */
  async one(call: Call, id: string): Promise<DraftView> {
    const order = await this.orders.one(call, id);
    return this.ledger.read(call, async (sql) => {
      const { accept, letters } = await readDraft(sql, id);
      const [row] = await sql<Row>(`${rows} and o.id = $1`, [id]);
      const imports = await sql<StoredImport>(
        `select ${importColumns} from pli.imports where order_id = $1 and state <> 'deleted' order by id`,
        [id],
      );
      return {
        order,
        preparation: row?.preparation ?? null,
        letter: letters === 1 ? await onlyLetter(sql, id) : null,
        imports: imports.map(viewOf),
        accept: [...accept],
        lacks: row === undefined ? [] : lacksOf(row),
      };
    });
  }

  async letters(
    call: Call,
    id: string,
    { limit, after }: PageQuery,
  ): Promise<{ rows: DraftLetterRow[]; next: string | null }> {
    return this.ledger.read(call, async (sql) => {
      await readDraft(sql, id);
      const read = await sql<GivenRow>(
        // Ids of one call do not follow its order.
        `select ${givenColumns} from pli.letters where order_id = $1 and state = 'draft'
           and position > coalesce((select position from pli.letters where id = $2 and order_id = $1), 0) order by position limit $3`,
        [id, after ?? null, limit + 1],
      );
      return pageFrom(read.map(letterRowOf), limit);
    });
  }
}

async function onlyLetter(sql: Sql, orderId: string) {
  const [row] = await sql<GivenRow>(
    `select ${givenColumns} from pli.letters where order_id = $1 and state = 'draft' limit 1`,
    [orderId],
  );
  return row === undefined ? null : letterAsGiven(row);
}

function letterRowOf(row: GivenRow): DraftLetterRow {
  return {
    id: row.id,
    position: row.position,
    recipientLines: linesOf(row.recipient),
    clientReference: row.client_reference,
    service: row.service as ServiceName,
    destination: destinationZoneOf(row),
  };
}

/** A draft holds addresses that can be printed; the rules may have become stricter since it was written. */
function linesOf(address: PostalAddress): string[] {
  try {
    return addressLines(address);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return [address.name, address.organisation, address.town].filter((part) => part !== undefined);
  }
}

function rowOf(row: Row): DraftRow {
  const { recipient, document, template } = row;
  return {
    id: row.id,
    createdAt: row.created_at.toISOString(),
    letterCount: row.letters,
    service: row.service,
    clientReference: row.client_reference,
    costCentre: row.cost_centre,
    recipient: recipient && (recipient.name ?? recipient.organisation ?? null),
    content:
      template !== null
        ? { kind: 'template', name: row.template_name }
        : document !== null
          ? { kind: 'document', name: row.document_name }
          : null,
    lacks: lacksOf(row),
  };
}

function lacksOf(row: Row): DraftLack[] {
  const found: [DraftLack, boolean][] = [
    ['content', row.document === null && row.template === null],
    ['document_to_accept', row.to_accept],
    ['recipient', row.letters === 0 && !row.importing],
    ['sender', row.without_sender],
    ['import_to_finish', row.importing],
    ['rows_left_out', row.left_out > 0],
  ];
  return found.filter(([, lacking]) => lacking).map(([lack]) => lack);
}
