import type { Desk, DeskKind } from '#contracts/api/session';
import type { DeskRole } from '#contracts/api/desk-roles';
import type { Mode, Sql } from '#database/scope';

export interface DeskRow {
  id: string;
  kind: DeskKind;
  role: DeskRole;
  account_id: string | null;
  site_id: string | null;
  /** Of the account or print room. */
  name: string | null;
  /** Of the print room. */
  site_mode: Mode | null;
  modes: Mode[];
  scopes: string[];
}

/**
 * The desks at which the person of this scope may work, in the order in which they came to them.
 * @param provider the identity provider by which they signed in; null: proofs of their own
 */
export const desksOf = (sql: Sql, provider: string | null): Promise<DeskRow[]> =>
  sql<DeskRow>(
    `select m.id, m.kind, m.role, m.account_id, m.site_id, coalesce(a.name, s.name) as name, s.mode as site_mode, m.modes, m.scopes
     from pli.memberships m left join pli.accounts a on a.id = m.account_id left join pli.sites s on s.id = m.site_id
     where m.state = 'active' and pli.desk_opens(m.account_id, $1) order by m.id`,
    [provider],
  );

/** @param mode in which the person works at an account's desk */
export const deskView = (row: DeskRow, mode: Mode | null): Desk => ({
  id: row.id,
  kind: row.kind,
  role: row.role,
  name: row.name ?? '',
  ...(row.account_id !== null && { accountId: row.account_id }),
  ...(row.site_id !== null && { siteId: row.site_id }),
  ...(modeAt(row, mode) !== null && { mode: modeAt(row, mode) as Mode }),
  modes: row.modes,
  scopes: row.scopes,
});

/** A print room's mode is its own. */
const modeAt = (row: DeskRow, mode: Mode | null): Mode | null => (row.kind === 'account' ? mode : row.site_mode);

/** The mode in which one comes to a desk: the one asked for, else the only one, else test, where nothing can go wrong. Null: it has not that mode. */
export function modeFor(row: Pick<DeskRow, 'kind' | 'modes'>, asked: Mode | null | undefined): Mode | null | undefined {
  if (row.kind !== 'account') return undefined;
  if (asked) return row.modes.includes(asked) ? asked : null;
  return row.modes.length === 1 ? row.modes[0] : row.modes.includes('test') ? 'test' : null;
}

/** Where somebody begins who has just signed in: where they worked last, else their only desk, else they choose. */
export function firstDesk(
  desks: readonly DeskRow[],
  last: { last_membership_id: string | null; last_mode: Mode | null },
): { id: string; mode: Mode | null } | undefined {
  const found = desks.find(({ id }) => id === last.last_membership_id) ?? (desks.length === 1 ? desks[0] : undefined);
  if (found === undefined) return undefined;
  const again = found.id === last.last_membership_id && last.last_mode !== null && found.modes.includes(last.last_mode);
  return { id: found.id, mode: modeFor(found, again ? last.last_mode : undefined) ?? null };
}
