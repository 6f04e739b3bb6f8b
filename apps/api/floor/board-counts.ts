import type { Board, BoardStage, BoardTruck } from '#contracts/api/board';
import { openLots, waitingTrays, waitStandingSql, type Stood } from '#database/production/standings';
import type { Sql } from '#database/scope';
import { calendarsOf, dayOfSite, siteProfileAt } from '#database/site-profile';
import type { DepositPlan } from '#domain/deposit-planning';
import { depositStates, lotStates, trayStates } from '#domain/life-cycles';
import { localDateOf } from '#domain/local-time';
import { nextCutOff, nextTrucks } from '#domain/trucks';
import { attentionGroups } from './attention-groups.ts';

/** In the order in which a letter goes through them. */
const letterStages = ['accepted', 'composed', 'pooled'] as const;
const pieceStages = [
  'planned',
  'printed',
  'inserted',
  'suspect',
  'diverted',
  'trayed',
  'handed_over',
  'missing_at_deposit',
  'refused_at_deposit',
] as const;
const TRUCKS = 3;

interface Counted {
  state: string;
  count: number;
  oldest: Date | null;
  pieces: number | null;
  at_risk: number;
  late: number;
}

/** What is where, how old, and what may miss its truck. Each number is that of a list, by the same conditions. */
export async function boardOf(sql: Sql, siteId: string, now: Date): Promise<Board> {
  const profile = await siteProfileAt(sql, siteId, now);
  const calendars = calendarsOf(profile);
  const day = localDateOf(now, profile.site.timeZone);
  const groups = await attentionGroups(sql, siteId, now);
  return {
    at: now.toISOString(),
    day,
    timeZone: profile.site.timeZone,
    nextCutOffAt: nextCutOff(profile, calendars, now).toISOString(),
    trucks: await trucks(sql, siteId, nextTrucks(profile, calendars, now, TRUCKS)),
    stages: [
      ...(await letters(sql, siteId, now)),
      ...(await lots(sql, siteId, now)),
      ...(await pieces(sql, siteId, now)),
      ...(await trays(sql, siteId, now)),
      ...(await deposits(sql, siteId, now)),
      ...(await cases(sql, siteId, now)),
    ],
    leftToday: await leftOn(sql, siteId, day, now),
    attention: groups.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The counts of one table by state, from its index alone. */
const counts = (row: string, now: string, pieces: string) =>
  `select ${row}.state, count(*)::int as count, min(${row}.state_since) as oldest, ${pieces} as pieces,
     count(*) filter (where ${waitStandingSql(row, now)} = 'at_risk')::int as at_risk,
     count(*) filter (where ${row}.deadline_at <= ${now})::int as late`;

async function letters(sql: Sql, siteId: string, now: Date): Promise<BoardStage[]> {
  const rows = await sql<Counted>(
    `${counts('l', '$2', 'null')} from pli.letters l where l.site_id = $1 and l.state in ('accepted', 'composed', 'pooled') group by 1`,
    [siteId, now],
  );
  return letterStages.map((state) => stageOf('letters', state, rows));
}

async function pieces(sql: Sql, siteId: string, now: Date): Promise<BoardStage[]> {
  const rows = await sql<Counted>(
    `${counts('p', '$2', 'null')} from pli.pieces p
     where p.site_id = $1 and p.state in ('planned', 'printed', 'inserted', 'trayed', 'handed_over', 'missing_at_deposit', 'refused_at_deposit', 'suspect', 'diverted')
     group by 1`,
    [siteId, now],
  );
  return pieceStages.map((state) => stageOf('pieces', state, rows));
}

async function deposits(sql: Sql, siteId: string, now: Date): Promise<BoardStage[]> {
  const rows = await sql<Counted>(
    `${counts('d', '$2', 'coalesce(sum(d.pieces), 0)::int')} from pli.deposits d where d.site_id = $1 and d.state <> 'settled' group by 1`,
    [siteId, now],
  );
  return Object.keys(depositStates)
    .filter((state) => state !== 'settled')
    .map((state) => stageOf('deposits', state, rows));
}

async function cases(sql: Sql, siteId: string, now: Date): Promise<BoardStage[]> {
  const rows = await sql<Counted>(
    `select 'open' as state, count(*)::int as count, min(c.created_at) as oldest, null as pieces,
       count(*) filter (where ${waitStandingSql('c', '$2', 'c.created_at')} = 'at_risk')::int as at_risk,
       count(*) filter (where c.deadline_at <= $2)::int as late
     from pli.cases c where c.site_id = $1 and c.state = 'open'`,
    [siteId, now],
  );
  return [stageOf('cases', 'open', rows)];
}

async function lots(sql: Sql, siteId: string, now: Date): Promise<BoardStage[]> {
  const open = await openLots(sql, siteId, now);
  return Object.keys(lotStates)
    .filter((state) => state !== 'closed')
    .map((state) => {
      const own = open.filter((lot) => lot.state === state);
      return stageOf('lots', state, [
        stood(
          state,
          own,
          own.reduce((sum, lot) => sum + lot.pieces, 0),
        ),
      ]);
    });
}

async function trays(sql: Sql, siteId: string, now: Date): Promise<BoardStage[]> {
  const waiting = await waitingTrays(sql, siteId, now);
  return Object.keys(trayStates)
    .filter((state) => state !== 'settled')
    .map((state) => {
      const own = waiting.filter((tray) => tray.state === state);
      return stageOf('trays', state, [stood(state, own, null)]);
    });
}

function stood(state: string, rows: readonly Stood<string>[], pieces: number | null): Counted {
  const oldest = rows.length === 0 ? null : new Date(Math.min(...rows.map(({ since }) => since.getTime())));
  const standing = (asked: string) => rows.filter((row) => row.standing === asked).length;
  return { state, count: rows.length, oldest, pieces, at_risk: standing('at_risk'), late: standing('late') };
}

function stageOf(of: BoardStage['of'], stage: string, rows: readonly Counted[]): BoardStage {
  const row = rows.find(({ state }) => state === stage);
  const list = `/v1/site/${of}?state=${stage}`;
  // A piece in its tray stands as its tray does.
  const told = of !== 'pieces' || stage !== 'trayed';
  return {
    of,
    stage,
    count: row?.count ?? 0,
    list,
    oldestSince: row?.oldest?.toISOString() ?? null,
    pieces: of === 'lots' || of === 'deposits' ? (row?.pieces ?? 0) : null,
    atRisk: told ? { count: row?.at_risk ?? 0, list: `${list}&standing=at_risk` } : null,
    late: told ? { count: row?.late ?? 0, list: `${list}&standing=late` } : null,
  };
}

async function trucks(sql: Sql, siteId: string, plans: readonly DepositPlan[]): Promise<BoardTruck[]> {
  const told: BoardTruck[] = [];
  for (const plan of plans)
    told.push({
      slotAt: plan.slotAt.toISOString(),
      day: plan.j,
      cutOffAt: plan.cutOffAt.toISOString(),
      latestPrintAt: plan.latestPrintAt.toISOString(),
      latestInsertionAt: plan.latestInsertionAt.toISOString(),
      deposits: await readyFor(sql, siteId, plan.slotAt),
    });
  return told;
}

async function readyFor(sql: Sql, siteId: string, slotAt: Date): Promise<BoardTruck['deposits']> {
  return sql<BoardTruck['deposits'][number]>(
    `select d.id, d.number, d.carrier_contract as "carrierContract", count(t.id)::int as trays, coalesce(sum(t.pieces), 0)::int as pieces
     from pli.deposits d left join pli.trays t on t.deposit_id = d.id
     where d.site_id = $1 and d.state <> 'settled' and d.slot_at = $2 group by d.id, d.number, d.carrier_contract order by d.number`,
    [siteId, slotAt],
  );
}

async function leftOn(sql: Sql, siteId: string, day: string, now: Date): Promise<Board['leftToday']> {
  const { from, until } = await dayOfSite(sql, siteId, day, now);
  const [row] = await sql<{ count: number; pieces: number }>(
    `select count(*)::int as count, coalesce(sum(pieces), 0)::int as pieces from pli.deposits where site_id = $1 and left_at >= $2 and left_at < $3`,
    [siteId, from, until],
  );
  return { count: row?.count ?? 0, pieces: row?.pieces ?? 0, list: `/v1/site/deposits?leftOn=${day}` };
}
