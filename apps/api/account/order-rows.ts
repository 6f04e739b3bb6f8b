import type { LedgerTransaction, Row } from '#database/ledger';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { notFound } from '../http/refusal.ts';
import type { DraftOrder } from './submission.ts';

/** A draft as it is read to be changed. */
export interface StoredDraft extends DraftOrder {
  state: string;
  client_reference: string | null;
  cost_centre: string | null;
  /** The print room named when it was made; taken at submission. */
  site_id: string | null;
}

/** The draft, locked: letters are not added while it is submitted. It is not left alone: erasure gives it new time. */
export async function draftForChange(sql: Sql, orderId: string): Promise<StoredDraft> {
  const draft = await readDraft(sql, orderId, 'for update');
  await sql(`update pli.orders set deadline_at = null where id = $1 and deadline_at is not null`, [orderId]);
  return draft;
}

/** The draft as it is. @throws MailError `not_found`, `order_not_draft` */
export async function readDraft(sql: Sql, orderId: string, lock: '' | 'for update' = ''): Promise<StoredDraft> {
  const [row] = await sql<StoredDraft>(
    `select id, account_id, mode, state, options, letters, client_reference, cost_centre, site_id, accept from pli.orders
     where id = $1 ${lock}`,
    [orderId],
  );
  if (row === undefined || row.state === 'deleted') throw notFound('order');
  if (row.state !== 'draft')
    throw new MailError(
      'order_not_draft',
      `This order is ${row.state}: only a draft can be changed, submitted or deleted.`,
    );
  return row;
}

/** Drafts do not enter the ledger: it begins at submission. */
export async function insertDraftOrder({ sql, at }: LedgerTransaction, order: DraftOrder, own: Row): Promise<void> {
  await insert(sql, 'orders', [{ ...order, ...own, state: 'draft', state_since: at }]);
}

/** Letters of a draft, or of a larger order that its process has still to accept. */
export async function insertDraftLetters(sql: Sql, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await insert(sql, 'letters', rows);
}

async function insert(sql: Sql, table: 'orders' | 'letters', rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
      ]),
    ),
  );
  await sql(
    `insert into pli.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::pli.${table}, $1)`,
    [JSON.stringify(plain)],
  );
}
