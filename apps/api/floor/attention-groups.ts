import type { AttentionGroup } from '#contracts/api/attention';
import { firstOffIs } from '#database/production/first-off';
import { openLots, waitingTrays, type Stood } from '#database/production/standings';
import type { Sql } from '#database/scope';
import { causeCode, suggestionFor, type AttentionKind, type Cause } from '#domain/attention';

interface Counted {
  state: string | null;
  reason: string | null;
  count: number;
  oldest: Date;
  earliest: Date | null;
  late: number;
}
type Found = Cause & Counted & { list: string };

/** Everything that calls for a person at a site, by cause: nothing that is late or open is left out. */
export async function attentionGroups(sql: Sql, siteId: string, now: Date): Promise<AttentionGroup[]> {
  const found = [
    ...(await asideAndLatePieces(sql, siteId, now)),
    ...(await lots(sql, siteId, now)),
    ...(await firstOffs(sql, siteId, now)),
    ...(await trays(sql, siteId, now)),
    ...(await deposits(sql, siteId, now)),
    ...(await cases(sql, siteId, now)),
    ...(await late(sql, siteId, now)),
    ...(await machines(sql, siteId, now)),
  ];
  return found.map(viewOf).sort(byUrgency);
}

const counts = (now: string, since = 'state_since') =>
  `count(*)::int as count, min(${since}) as oldest, min(deadline_at) as earliest, count(*) filter (where deadline_at <= ${now})::int as late`;

async function asideAndLatePieces(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const aside = await sql<Counted>(
    `select state, reason_code as reason, ${counts('$2')} from pli.pieces
     where site_id = $1 and state in ('suspect', 'diverted') group by 1, 2`,
    [siteId, now],
  );
  const overdue = await sql<Counted>(
    `select state, null as reason, ${counts('$2')} from pli.pieces
     where site_id = $1 and state in ('planned', 'printed', 'inserted', 'handed_over') and deadline_at <= $2 group by 1`,
    [siteId, now],
  );
  const listOf = ({ state, reason }: Counted) =>
    `/v1/site/pieces?state=${state}${reason === null ? '' : `&reason=${encodeURIComponent(reason)}`}`;
  return [
    ...aside.map((row) => ({ ...row, kind: 'piece' as const, list: listOf(row) })),
    ...overdue.map((row) => ({ ...row, kind: 'piece' as const, list: `${listOf(row)}&standing=late` })),
  ];
}

async function lots(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const called = await sql<Counted>(
    `select null as state, operator_reason as reason, ${counts('$2')} from pli.lots
     where site_id = $1 and needs_operator group by 2`,
    [siteId, now],
  );
  const open = (await openLots(sql, siteId, now)).filter((lot) => lot.standing === 'late' && !lot.needsOperator);
  return [
    ...called.map((row) => ({
      ...row,
      kind: 'lot' as const,
      list: `/v1/site/lots?needsOperator=true&operatorReason=${row.reason}`,
    })),
    ...byState('lot', open, (state) => `/v1/site/lots?state=${state}&standing=late&needsOperator=false`),
  ];
}

async function firstOffs(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const found: Found[] = [];
  for (const reason of ['missing', 'failed']) {
    const [row] = await sql<Counted>(
      `select null as state, $3::text as reason, ${counts('$2')} from pli.lots l where site_id = $1 and ${firstOffIs('$3')} having count(*) > 0`,
      [siteId, now, reason],
    );
    if (row !== undefined) found.push({ ...row, kind: 'first_off', list: `/v1/site/lots?firstOff=${reason}` });
  }
  return found;
}

async function trays(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const all = await waitingTrays(sql, siteId, now);
  const byHand = all.filter((tray) => tray.byHand);
  const overdue = all.filter((tray) => !tray.byHand && tray.standing === 'late');
  return [
    ...byState('tray', byHand, () => '/v1/site/trays?byHand=true').map((group) => ({ ...group, reason: 'by_hand' })),
    ...byState('tray', overdue, (state) => `/v1/site/trays?state=${state}&standing=late&byHand=false`),
  ];
}

async function deposits(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const called = await sql<Counted>(
    `select null as state, operator_reason as reason, ${counts('$2')} from pli.deposits
     where site_id = $1 and needs_operator group by 2`,
    [siteId, now],
  );
  const overdue = await sql<Counted>(
    `select state, null as reason, ${counts('$2')} from pli.deposits
     where site_id = $1 and state <> 'settled' and not needs_operator and deadline_at <= $2 group by 1`,
    [siteId, now],
  );
  return [
    ...called.map((row) => ({
      ...row,
      kind: 'deposit' as const,
      list: `/v1/site/deposits?needsOperator=true&operatorReason=${row.reason}`,
    })),
    ...overdue.map((row) => ({
      ...row,
      kind: 'deposit' as const,
      list: `/v1/site/deposits?state=${row.state}&standing=late&needsOperator=false`,
    })),
  ];
}

async function cases(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const rows = await sql<Counted>(
    `select null as state, kind as reason, ${counts('$2', 'created_at')} from pli.cases where site_id = $1 and state = 'open' group by 2`,
    [siteId, now],
  );
  return rows.map((row) => ({ ...row, kind: 'case', list: `/v1/site/cases?state=open&kind=${row.reason}` }));
}

async function late(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const letters = await sql<Counted>(
    `select state, null as reason, ${counts('$2')} from pli.letters
     where site_id = $1 and state in ('accepted', 'composed', 'pooled') and deadline_at <= $2 group by 1`,
    [siteId, now],
  );
  const orders = await sql<Counted>(
    `select state, null as reason, ${counts('$2')} from pli.orders
     where site_id = $1 and state in ('submitted', 'in_progress') and deadline_at <= $2 group by 1`,
    [siteId, now],
  );
  return [
    ...letters.map((row) => ({
      ...row,
      kind: 'letter' as const,
      list: `/v1/site/letters?state=${row.state}&standing=late`,
    })),
    ...orders.map((row) => ({
      ...row,
      kind: 'order' as const,
      list: `/v1/site/orders?state=${row.state}&standing=late`,
    })),
  ];
}

async function machines(sql: Sql, siteId: string, now: Date): Promise<Found[]> {
  const rows = await sql<Counted>(
    `select m.state, null as reason, count(*)::int as count, min(m.since) as oldest, null::timestamptz as earliest, 0 as late
     from pli.machine_states m join pli.devices d on d.id = m.id
     where m.site_id = $1 and m.state in ('trouble', 'silent') and m.asked_at <= $2 and d.retired_at is null group by 1`,
    [siteId, now],
  );
  return rows.map((row) => ({ ...row, kind: 'machine', list: `/v1/site/machines?state=${row.state}` }));
}

/** Groups of rows that were judged in memory; each is late, or open by hand. */
function byState(kind: AttentionKind, rows: readonly Stood<string>[], listOf: (state: string) => string): Found[] {
  const states = [...new Set(rows.map(({ state }) => state))];
  return states.map((state) => {
    const own = rows.filter((row) => row.state === state);
    const oldest = new Date(Math.min(...own.map(({ since }) => since.getTime())));
    const late = own.filter(({ standing }) => standing === 'late').length;
    return { kind, state, reason: null, count: own.length, oldest, earliest: null, late, list: listOf(state) };
  });
}

function viewOf({ kind, state, reason, count, oldest, earliest, late, list }: Found): AttentionGroup {
  const { step, who, sentence } = suggestionFor({ kind, state, reason });
  return {
    cause: causeCode({ kind, state, reason }),
    kind,
    state,
    reason,
    count,
    list,
    oldestSince: oldest.toISOString(),
    earliestUntil: earliest?.toISOString() ?? null,
    late,
    who: [...who],
    step,
    sentence,
  };
}

/** What is late comes first, then what is due first, then what has waited longest. */
function byUrgency(a: AttentionGroup, b: AttentionGroup): number {
  const due = (group: AttentionGroup) => group.earliestUntil ?? '9999';
  return (
    Number(b.late > 0) - Number(a.late > 0) ||
    due(a).localeCompare(due(b)) ||
    a.oldestSince.localeCompare(b.oldestSince)
  );
}
