import type { DepositPlan } from '#domain/deposit-planning';
import type { LotState, TrayState } from '#domain/life-cycles';
import { LAST_PART, lastPlanOfDay, standingOfLot, standingOfTray, type Standing } from '#domain/punctuality';
import type { Sql } from '../scope.ts';
import { calendarsOf, siteProfileAt } from '../site-profile.ts';

/**
 * `standingOfWait` in SQL, for tables too long to be read into memory; a test compares the two. The instant is a parameter: the clock is the
 * process's.
 * @param row alias of the row, with `state_since` and `deadline_at`
 * @param now the parameter that holds the instant, such as `$2`
 */
export const waitStandingSql = (row: string, now: string, since = `${row}.state_since`): string =>
  `case when ${row}.deadline_at <= ${now}::timestamptz then 'late'
        when ${now}::timestamptz >= ${row}.deadline_at - (${row}.deadline_at - ${since}) / ${LAST_PART} then 'at_risk' else 'on_time' end`;

export interface Stood<State> {
  id: string;
  state: State;
  since: Date;
  standing: Standing;
}

/** The lots of a site that are not closed, each with how it stands against the last truck of its planned day. */
export async function openLots(
  sql: Sql,
  siteId: string,
  now: Date,
): Promise<(Stood<LotState> & { pieces: number; needsOperator: boolean })[]> {
  const rows = await sql<{
    id: string;
    state: LotState;
    state_since: Date;
    deadline_at: Date | null;
    planned_deposit_date: string;
    pieces: number;
    needs_operator: boolean;
  }>(
    `select id, state, state_since, deadline_at, planned_deposit_date, pieces, needs_operator from pli.lots
     where site_id = $1 and state <> 'closed' order by id`,
    [siteId],
  );
  const planOf = await plans(sql, siteId, now);
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    since: row.state_since,
    pieces: row.pieces,
    needsOperator: row.needs_operator,
    standing: standingOfLot({ state: row.state, deadlineAt: row.deadline_at }, planOf(row.planned_deposit_date), now),
  }));
}

/** The trays of a site that are not settled, each with how it stands. */
export async function waitingTrays(
  sql: Sql,
  siteId: string,
  now: Date,
): Promise<(Stood<TrayState> & { byHand: boolean })[]> {
  const rows = await sql<{
    id: string;
    state: TrayState;
    state_since: Date;
    deadline_at: Date | null;
    day: string | null;
    by_hand: boolean;
  }>(
    `select t.id, t.state, t.state_since, t.deadline_at, coalesce(t.planned_deposit_date, l.planned_deposit_date) as day,
       t.state = 'open' and (t.seal_broken_at is not null or t.lot_id is null) as by_hand
     from pli.trays t left join pli.lots l on l.id = t.lot_id where t.site_id = $1 and t.state <> 'settled' order by t.id`,
    [siteId],
  );
  const planOf = await plans(sql, siteId, now);
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    since: row.state_since,
    byHand: row.by_hand,
    standing: standingOfTray({ state: row.state, deadlineAt: row.deadline_at }, planOf(row.day), now),
  }));
}

/** The last truck of each day, by the profile that holds now; planned days are few, and each is computed once. */
async function plans(sql: Sql, siteId: string, now: Date): Promise<(day: string | null) => DepositPlan | undefined> {
  const profile = await siteProfileAt(sql, siteId, now);
  const calendars = calendarsOf(profile);
  const known = new Map<string, DepositPlan | undefined>();
  return (day) => {
    if (day === null) return undefined;
    if (!known.has(day)) known.set(day, lastPlanOfDay(profile, calendars, day));
    return known.get(day);
  };
}
