import type { LetterRow } from '#contracts/api/letters';
import { destinationZoneOf } from '#domain/destinations';

/** A letter's row as far as lists show it. */
export interface LetterListRow {
  id: string;
  order_id: string;
  position: number;
  state: LetterRow['state'];
  state_since: Date;
  deadline_at: Date | null;
  service: string;
  country: string;
  postcode: string;
  registered_number: string | null;
  created_at: Date;
}

const names =
  'id order_id position state state_since deadline_at service country postcode registered_number created_at'.split(' ');

/** The columns of `LetterListRow`, of a table that is called so in the query. */
export const letterColumns = (of?: string): string =>
  names.map((name) => (of === undefined ? name : `${of}.${name}`)).join(', ');

export const letterRowOf = (row: LetterListRow): LetterRow => ({
  id: row.id,
  orderId: row.order_id,
  position: row.position,
  state: row.state,
  since: row.state_since.toISOString(),
  until: row.deadline_at?.toISOString() ?? null,
  service: row.service,
  country: row.country,
  postcode: row.postcode,
  destination: destinationZoneOf(row),
  registeredNumber: row.registered_number,
  createdAt: row.created_at.toISOString(),
});
