import type { DataSource } from 'typeorm';
import { INTAKE_LETTERS, SMALL_ORDER_LETTERS } from '#contracts/processes';
import { inScope, type Sql } from '#database/scope';

/** A small load is taken in each second; a heavy one in larger portions, each costing the same few steps. */
const GATHER_MS = 1000;
const HEAVY_GATHER_MS = 5000;
const HEAVY_LETTERS = 50;

/** An intake whose orders are fixed and whose workflow must be started, as long as its rows are not done. */
export interface FixedIntake {
  siteId: string;
  number: number;
  letters: number;
  orders: number;
}

const relay = { role: 'pli_relay' } as const;

/**
 * Fixes the orders of new intakes: small orders of one site, in the order they came, up to 500 letters. Each intake commits by
 * itself, before its workflow is started. Two relays that race take turns by site and share no order.
 * @returns how many were fixed
 */
export async function gatherIntakes(database: DataSource, now: Date): Promise<number> {
  const sites = await inScope(database, relay, (sql) =>
    sql<{ site_id: string; letters: number; oldest: Date; last_at: Date | null; last_letters: number | null }>(
      `select w.*, i.created_at as last_at, i.letters as last_letters
       from (select site_id, sum(letters)::int as letters, min(created_at) as oldest from pli.outbox
             where kind = 'order' and done_at is null and intake is null and letters <= $1 group by site_id) w
       left join lateral (select created_at, letters from pli.intakes i where i.site_id = w.site_id order by number desc limit 1) i on true`,
      [SMALL_ORDER_LETTERS],
    ),
  );
  let fixed = 0;
  for (const site of sites) {
    const wait = (site.last_letters ?? 0) >= HEAVY_LETTERS ? HEAVY_GATHER_MS : GATHER_MS;
    const since = Math.max(site.last_at?.getTime() ?? 0, site.oldest.getTime() - wait + GATHER_MS);
    if (site.letters < INTAKE_LETTERS && now.getTime() - since < wait) continue;
    while (await inScope(database, relay, (sql) => fixIntake(sql, site.site_id, now))) fixed++;
  }
  return fixed;
}

/** Fixes one intake; false when too little is left to gather. */
async function fixIntake(sql: Sql, siteId: string, now: Date): Promise<boolean> {
  await sql(`select pg_advisory_xact_lock(hashtext('pli intake ' || $1))`, [siteId]);
  const waiting = await sql<{ id: string; letters: number }>(
    `select id, letters from pli.outbox where site_id = $1 and kind = 'order' and done_at is null and intake is null and letters <= $2
     order by id limit $3 for update`,
    [siteId, SMALL_ORDER_LETTERS, INTAKE_LETTERS],
  );
  const taken: string[] = [];
  let letters = 0;
  for (const row of waiting) {
    if (letters + row.letters > INTAKE_LETTERS) break;
    taken.push(row.id);
    letters += row.letters;
  }
  if (taken.length === 0) return false;
  const [next] = await sql<{ number: string }>(
    `select coalesce(max(number), 0) + 1 as number from pli.intakes where site_id = $1`,
    [siteId],
  );
  await sql(`insert into pli.intakes (site_id, number, letters, created_at) values ($1, $2, $3, $4)`, [
    siteId,
    next?.number,
    letters,
    now,
  ]);
  await sql(`update pli.outbox set intake = $1 where id = any($2)`, [next?.number, taken]);
  return taken.length < waiting.length;
}

/** Intakes that are fixed and not yet known to be started: the new ones, and those a relay left behind when it died. */
export async function fixedIntakes(database: DataSource): Promise<FixedIntake[]> {
  const rows = await inScope(database, relay, (sql) =>
    sql<{ site_id: string; intake: string; letters: number; orders: number }>(
      `select site_id, intake, sum(letters)::int as letters, count(*)::int as orders from pli.outbox
       where kind = 'order' and done_at is null and intake is not null group by site_id, intake order by site_id, intake`,
    ),
  );
  return rows.map((row) => ({
    siteId: row.site_id,
    number: Number(row.intake),
    letters: row.letters,
    orders: row.orders,
  }));
}

/** The orders of an intake need no further attention of the relay. */
export async function intakeIsStarted(database: DataSource, intake: FixedIntake, now: Date): Promise<void> {
  await inScope(database, relay, (sql) =>
    sql(`update pli.outbox set done_at = $3 where site_id = $1 and intake = $2 and done_at is null`, [
      intake.siteId,
      intake.number,
      now,
    ]),
  );
}
