import { defaultOptions, type OrderOptions } from '#domain/options';
import type { PostalAddress } from '#domain/address';
import type { ServiceName } from '#domain/services';
import type { ContractTerms } from '#contracts/api/contracts';
import type { Mode, Sql } from '#database/scope';

/** A stretch of the letters of an intake or of one order, in an order that never changes. */
export type Portion = { siteId: string; from: number; letters: number } & ({ intake: number } | { orderId: string });

/** A letter that waits to be composed, with all it is made of but its bytes. */
export interface WaitingLetter {
  id: string;
  order_id: string;
  account_id: string;
  mode: Mode;
  recipient: PostalAddress;
  sender: PostalAddress | null;
  data: unknown;
  content_key: Buffer;
  country: string;
  postcode: string;
  service: ServiceName;
  options: OrderOptions;
  terms: ContractTerms;
  template: { version: string; html: string } | null;
  document: StoredDocument | null;
  address_page: 'auto' | 'add' | null;
  attachments: StoredDocument[];
  /** Letterhead, whole. */
  background: StoredDocument | null;
  /** Codes of the warnings that its sender accepted, for it or for its order. */
  accept: string[];
}
export interface StoredDocument {
  id: string;
  blob: string | null;
  /** Ranges of its pages; null: all. */
  pages: string | null;
}

/** The letters of a portion that are still to be composed; those done by an earlier attempt are left out. */
export async function waitingLetters(sql: Sql, portion: Portion): Promise<WaitingLetter[]> {
  const ids = await idsOf(sql, portion);
  return lettersFrom(
    sql,
    `pli.letters l join pli.orders o on o.id = l.order_id`,
    `where l.id = any($1) and l.state = 'accepted' order by array_position($1, l.id)`,
    [ids],
  );
}

/**
 * Letters with what they are made of. `source`: rows `l` with the columns of pli.letters, and beside each the `options` and the
 * `contract_id` of its order as `o`.
 */
export async function lettersFrom(
  sql: Sql,
  source: string,
  condition: string,
  parameters: unknown[],
): Promise<WaitingLetter[]> {
  const rows = await sql<WaitingLetter & { order_options: Partial<OrderOptions>; options: Partial<OrderOptions> }>(
    `select l.id, l.order_id, l.account_id, l.mode, l.recipient, l.sender, l.data, l.content_key, l.country, l.postcode, l.service, l.options,
            o.options as order_options,
            (select c.terms from pli.contracts c where c.account_id = l.account_id and c.site_id = l.site_id and c.mode = l.mode
               and (o.contract_id is null or c.id = o.contract_id) order by c.valid_from desc, c.version desc limit 1) as terms,
            case when v.id is null then null else jsonb_build_object('version', v.id, 'html', v.html) end as template,
            case when d.id is null then null else jsonb_build_object('id', d.id, 'blob', d.blob, 'pages', l.document_pages) end as document,
            l.address_page, l.accept || o.accept as accept,
            case when b.id is null then null else jsonb_build_object('id', b.id, 'blob', b.blob, 'pages', null) end as background,
            (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'blob', a.blob, 'pages', nullif(l.attachment_pages[u.n], '')) order by u.n), '[]')
               from unnest(l.attachment_ids) with ordinality as u(id, n) join pli.documents a on a.id = u.id) as attachments
     from ${source}
     left join pli.template_versions v on v.id = l.template_version_id left join pli.documents d on d.id = l.document_id
     left join pli.documents b on b.id = coalesce(l.options->>'backgroundPage', o.options->>'backgroundPage') and b.account_id = l.account_id and b.mode = l.mode ${condition}`,
    parameters,
  );
  return rows.map(({ order_options, ...row }) => ({
    ...row,
    options: { ...defaultOptions, ...order_options, ...row.options },
  }));
}

/**
 * The letters of a portion, done or not. In a statement of its own: joined with what the letters are made of, a plan that takes a new
 * order for a small one reads all of it again for each letter of the portion.
 */
async function idsOf(sql: Sql, portion: Portion): Promise<string[]> {
  const { siteId, from, letters } = portion;
  const rows =
    'intake' in portion
      ? await sql<{ id: string }>(
          `select l.id from pli.letters l join pli.outbox b on b.order_id = l.order_id and b.kind = 'order'
           where b.site_id = $1 and b.intake = $2 order by l.account_id, l.order_id, l.position offset $3 limit $4`,
          [siteId, portion.intake, from, letters],
        )
      : await sql<{ id: string }>(
          `select id from pli.letters where site_id = $1 and order_id = $2 order by position offset $3 limit $4`,
          [siteId, portion.orderId, from, letters],
        );
  return rows.map(({ id }) => id);
}
