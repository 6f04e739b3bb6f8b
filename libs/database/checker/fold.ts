import { endedLetterStates } from '#domain/life-cycles';
import { subjects, type Subject } from '../subjects.ts';
import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

const BATCH = 5000;

/** Every row is the fold of its events, every told row exists, and orders count their letters. */
export async function checkFolds(sql: Sql, findings: Findings): Promise<void> {
  for (const subject of Object.keys(subjects) as Subject[]) {
    await checkFold(sql, findings, subject);
    await findings.addFrom(
      sql,
      'mismatched',
      'fold',
      `select distinct e.subject_id as subject, 'the ledger tells of this ${subject}, and there is no row' as text from pli.events e
       where e.subject = $1 and e.data ? 'set' and not exists (select from pli.${subjects[subject].table} t where t.id = e.subject_id)`,
      [subject],
    );
  }
  await checkOrderCounts(sql, findings);
}

/**
 * A row's fold: the last value that its events set in each column, the column's default where none did. Computed and compared in the
 * database, a batch of rows at a time. A letter or order still in draft has not entered the ledger.
 */
async function checkFold(sql: Sql, findings: Findings, subject: Subject): Promise<void> {
  const { table, unfolded } = subjects[subject];
  const columns = (await columnsOf(sql, table)).filter((name) => !(unfolded as readonly string[]).includes(name));
  const defaults = await defaultsOf(sql, table);
  const hasDrafts = subject === 'order' || subject === 'letter';
  for (let after = ''; ;) {
    const rows = await sql<{ id: string; last: string; columns: string[] | null }>(
      `with batch as materialized (select ${columns.join(', ')} from pli.${table} where id > $1 order by id limit ${BATCH}),
            folded as (
              select e.subject_id as id, jsonb_object_agg(s.key, s.value order by e.number) as told
              from pli.events e cross join lateral jsonb_each(e.data->'set') s
              where e.subject = $2 and e.subject_id in (select id from batch) group by 1),
            compared as (
              select b.id, ${hasDrafts ? `b.state in ('draft', 'deleted')` : 'false'} as draft, f.told, to_jsonb(b) as found,
                to_jsonb(jsonb_populate_record(null::pli.${table}, $3::jsonb || f.told)) as expected
              from batch b left join folded f using (id)),
            faults as (
              select c.id, array(select k.key from jsonb_each(c.found) k
                where k.value is distinct from c.expected->k.key order by 1) as columns
              from compared c where c.told is not null
              union all
              select c.id, null from compared c where c.told is null and not c.draft)
       select '' as id, null as columns, max(id) as last from batch having max(id) is not null
       union all (select id, columns, '' from faults where columns is null or columns <> '{}' order by id)`,
      [after, subject, JSON.stringify(defaults)],
    );
    const [position, ...faults] = rows;
    if (position === undefined) return;
    for (const { id, columns: differing } of faults)
      findings.add(
        'mismatched',
        'fold',
        id,
        differing === null
          ? `no event tells of this ${subject}`
          : `its ${differing.join(', ')} differ from what the ledger tells`,
      );
    after = position.last;
  }
}

async function columnsOf(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = ('pli.' || $1)::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows.map((row) => row.name);
}

/** The values of columns that no event needs to tell. */
async function defaultsOf(sql: Sql, table: string): Promise<Record<string, unknown>> {
  const columns = await sql<{ name: string; expression: string }>(
    `select a.attname as name, pg_get_expr(d.adbin, d.adrelid) as expression from pg_attrdef d
     join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where d.adrelid = ('pli.' || $1)::regclass`,
    [table],
  );
  if (columns.length === 0) return {};
  const [row] = await sql<{ defaults: Record<string, unknown> }>(
    `select jsonb_build_object(${columns.map((c) => `'${c.name}', ${c.expression}`).join(', ')}) as defaults`,
  );
  return row?.defaults ?? {};
}

/** `letters` and `open_letters` are counts, not told one by one. */
async function checkOrderCounts(sql: Sql, findings: Findings): Promise<void> {
  await findings.addFrom(
    sql,
    'mismatched',
    'counts',
    `select o.id as subject, format('says %s letters, %s open; it has %s, %s open', o.letters, o.open_letters, l.all_of_them, l.open) as text
     from pli.orders o cross join lateral (
       select count(*) filter (where l.state <> 'deleted') as all_of_them, count(*) filter (where l.state <> all($1)) as open,
         -- A letter given up for lost may be found by the carrier after its order ended.
         bool_and(o.state <> 'ended' or l.state = all($1) or exists (select from pli.events e where e.subject_id = l.id and e.type = 'letter.lost')) as found_again
       from pli.letters l where l.order_id = o.id) l
     where o.state not in ('draft', 'deleted')
       and (o.letters <> l.all_of_them or o.open_letters <> l.open or (o.state = 'ended' and l.open > 0 and not l.found_again) or (o.state in ('submitted', 'in_progress') and l.open = 0))`,
    [endedLetterStates],
  );
}
