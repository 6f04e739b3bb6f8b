import type { OrderHistoryQuery, OrderHistoryRow } from '#contracts/api/history';
import type { Mode, Sql } from '#database/scope';
import type { OrderState } from '#domain/life-cycles';
import type { Call } from '../http/caller.ts';
import { Conditions, withinDays } from './conditions.ts';
import { costCentreOfKey } from './cost-centre-keys.ts';

/** Which orders; all pages of them. */
export type OrderListChoice = Omit<OrderHistoryQuery, 'limit' | 'before'>;

interface Row {
  id: string;
  state: OrderState;
  state_since: Date;
  mode: Mode;
  site_id: string;
  letters: number;
  open_letters: number;
  created_at: Date;
  submitted_at: Date;
  deadline_at: Date | null;
  service: string;
  client_reference: string | null;
  cost_centre: string | null;
  archive: 'none' | 'simple';
  person_id: string | null;
}
const columns = `o.id, o.state, o.state_since, o.mode, o.site_id, o.letters, o.open_letters, o.created_at, o.submitted_at, o.deadline_at,
  o.options->>'service' as service, o.client_reference, o.cost_centre, o.archive, o.person_id`;

/** Submitted orders, newest first, behind a given one. */
export async function ordersBefore(
  sql: Sql,
  call: Call,
  { from, to, state, service, costCentre, personId }: OrderListChoice,
  before: string | undefined,
  most: number,
): Promise<OrderHistoryRow[]> {
  const where = new Conditions();
  where.add(
    (p) => `(o.submitted_at, o.id) < (select b.submitted_at, b.id from pli.orders b where b.id = ${p})`,
    before,
  );
  withinDays(where, 'o.submitted_at', { from, to });
  where.add((p) => `o.person_id = ${p}`, personId);
  where.add((p) => `o.state = ${p}`, state).add((p) => `o.options->>'service' = ${p}`, service);
  where.add((p) => `coalesce(o.cost_centre, '') = ${p}`, await costCentreOfKey(sql, call, costCentre));
  const rows = await sql<Row>(
    `select ${columns} from pli.orders o join pli.sites s on s.id = o.site_id where o.submitted_at is not null and ${where.text}
     order by o.submitted_at desc, o.id desc limit ${most}`,
    where.values,
  );
  return rows.map(viewOf);
}

const viewOf = (row: Row): OrderHistoryRow => ({
  id: row.id,
  state: row.state,
  since: row.state_since.toISOString(),
  mode: row.mode,
  siteId: row.site_id,
  letterCount: row.letters,
  openLetters: row.open_letters,
  createdAt: row.created_at.toISOString(),
  submittedAt: row.submitted_at.toISOString(),
  deadlineAt: row.deadline_at?.toISOString() ?? null,
  service: row.service,
  clientReference: row.client_reference,
  costCentre: row.cost_centre,
  archive: row.archive,
  personId: row.person_id,
});

/** An order as cells of a spreadsheet, in the order of its headings. */
export const orderCells = (row: OrderHistoryRow): (string | number | null)[] => [
  row.id,
  row.submittedAt,
  row.state,
  row.since,
  row.service,
  row.clientReference,
  row.costCentre,
  row.letterCount,
  row.openLetters,
  row.archive,
];
