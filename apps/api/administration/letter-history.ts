import type { LetterHistoryQuery, LetterHistoryRow } from '#contracts/api/history';
import type { Sql } from '#database/scope';
import { destinationZoneOf } from '#domain/destinations';
import { sentLetterStates, type LetterState } from '#domain/life-cycles';
import type { Call } from '../http/caller.ts';
import { Conditions, withinDays } from './conditions.ts';
import { costCentreOfKey } from './cost-centre-keys.ts';

/** Which letters; all pages of them. */
export type LetterListChoice = Omit<LetterHistoryQuery, 'limit' | 'before'>;

interface Row {
  id: string;
  order_id: string;
  position: number;
  state: LetterState;
  state_since: Date;
  deadline_at: Date | null;
  service: string;
  country: string;
  postcode: string;
  registered_number: string | null;
  created_at: Date;
  submitted_at: Date;
  content: 'template' | 'document';
  recipient: string | null;
  client_reference: string | null;
  cost_centre: string | null;
  sheets: number | null;
  envelope: string | null;
  weight_mg: number | null;
  postage_cents: number | null;
  deposit_day: string | null;
  erased_at: Date | null;
  archived_file_id: string | null;
}
const columns = `l.id, l.order_id, l.position, l.state, l.state_since, l.deadline_at, l.service, l.country, l.postcode, l.registered_number, l.created_at,
  o.submitted_at, case when l.template_version_id is null then 'document' else 'template' end as content,
  nullif(concat_ws(', ', l.recipient->>'organisation', l.recipient->>'name'), '') as recipient,
  coalesce(l.client_reference, o.client_reference) as client_reference, o.cost_centre, l.sheets, l.envelope, l.weight_mg, l.postage_cents, l.deposit_day, l.erased_at,
  (select a.id from pli.archived_files a where a.letter_id = l.id and a.state = 'kept') as archived_file_id`;

interface Place {
  submitted_at: Date;
  order_id: string;
  position: number;
}

/**
 * Letters of the newest orders first, those of an order in its own order, behind a given one. Read along the index of orders by submission:
 * a page costs the same wherever it lies.
 */
export async function lettersBefore(
  sql: Sql,
  call: Call,
  choice: LetterListChoice,
  before: string | undefined,
  most: number,
): Promise<LetterHistoryRow[]> {
  const where = new Conditions([sentLetterStates]);
  const place = await placeOf(sql, before);
  if (before !== undefined && place === undefined) return [];
  const position = place && `$${where.values.push(place.position)}`;
  where.add((p) => `o.submitted_at <= ${p}`, place?.submitted_at);
  where.add((p) => `(o.submitted_at < ${p} or o.id <= $${where.values.push(place?.order_id)})`, place?.submitted_at);
  where.add((p) => `l.position > case when o.id = ${p} then ${position}::int else 0 end`, place?.order_id);
  withinDays(where, 'o.submitted_at', choice);
  const { service, state, sent, content, envelope, costCentre, orderId, personId } = choice;
  where.add((p) => `l.order_id = ${p} and o.id = ${p}`, orderId);
  where.add((p) => `l.person_id = ${p} and o.person_id = ${p}`, personId);
  where.add((p) => `l.service = ${p}`, service).add((p) => `l.state = ${p}`, state);
  where.add((p) => `(l.state = any($1)) = ${p}::boolean`, sent);
  where.add((p) => `(l.template_version_id is null) = (${p}::text = 'document')`, content);
  where.add((p) => `coalesce(l.envelope, '') = ${p}`, envelope === 'none' ? '' : envelope);
  where.add((p) => `coalesce(o.cost_centre, '') = ${p}`, await costCentreOfKey(sql, call, costCentre));
  const rows = await sql<Row>(
    `select ${columns} from pli.orders o join pli.letters l on l.order_id = o.id join pli.sites s on s.id = o.site_id
     where o.submitted_at is not null and l.state not in ('draft', 'deleted') and $1::text[] is not null and ${where.text}
     order by o.submitted_at desc, o.id desc, l.position limit ${most}`,
    where.values,
  );
  return rows.map(viewOf);
}

async function placeOf(sql: Sql, letterId: string | undefined): Promise<Place | undefined> {
  if (letterId === undefined) return undefined;
  const [place] = await sql<Place>(
    `select o.submitted_at, o.id as order_id, l.position from pli.letters l join pli.orders o on o.id = l.order_id
     where l.id = $1 and o.submitted_at is not null`,
    [letterId],
  );
  return place;
}

const viewOf = (row: Row): LetterHistoryRow => ({
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
  submittedAt: row.submitted_at.toISOString(),
  content: row.content,
  recipient: row.recipient,
  clientReference: row.client_reference,
  costCentre: row.cost_centre,
  sheets: row.sheets,
  envelope: row.envelope,
  weightMg: row.weight_mg,
  postageCents: row.postage_cents,
  depositDay: row.deposit_day,
  erasedAt: row.erased_at?.toISOString() ?? null,
  archivedFileId: row.archived_file_id,
});

/** A letter as cells of a spreadsheet, in the order of its headings. */
export const letterCells = (
  row: LetterHistoryRow,
  decimal: (value: number, digits: number) => string,
): (string | number | null)[] => [
  row.id,
  row.orderId,
  row.position,
  row.submittedAt,
  row.state,
  row.since,
  row.service,
  row.content,
  row.recipient,
  row.postcode,
  row.country,
  row.clientReference,
  row.costCentre,
  row.sheets,
  row.envelope,
  row.weightMg === null ? null : decimal(row.weightMg / 1000, 2),
  row.postageCents === null ? null : decimal(row.postageCents / 100, 2),
  row.registeredNumber,
  row.depositDay,
  row.erasedAt,
];
