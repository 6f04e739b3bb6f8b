import type { OrderRow } from '#contracts/api/orders';
import type { Mode } from '#database/scope';

/** An order's row as far as lists show it. */
export interface OrderListRow {
  id: string;
  state: OrderRow['state'];
  state_since: Date;
  mode: Mode;
  site_id: string | null;
  letters: number;
  open_letters: number;
  client_reference: string | null;
  created_at: Date;
  submitted_at: Date | null;
  deadline_at: Date | null;
}

export const orderColumns =
  'id, state, state_since, mode, site_id, letters, open_letters, client_reference, created_at, submitted_at, deadline_at';

export const orderRowOf = (row: OrderListRow): OrderRow => ({
  id: row.id,
  state: row.state,
  since: row.state_since.toISOString(),
  mode: row.mode,
  siteId: row.site_id,
  letterCount: row.letters,
  openLetters: row.state === 'draft' ? 0 : row.open_letters,
  clientReference: row.client_reference,
  createdAt: row.created_at.toISOString(),
  submittedAt: row.submitted_at?.toISOString() ?? null,
  deadlineAt: row.state === 'draft' ? null : (row.deadline_at?.toISOString() ?? null),
});
