import { waitings, type WaitingSubject } from '#domain/waiting-states';
import { subjects } from '../subjects.ts';
import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

/** Whoever is due has a minute to be seen to. */
const GRACE_SECONDS = 60;

/**
 * What waits by something else, which is judged itself. A piece that the carrier misses or refuses waits by its case; when that is closed it
 * rests where it is. What lies in an open tray is due with the tray: broken seals leave the dates of up to 400 pieces as they are, and
 * each gets its new one when the tray is sealed anew.
 */
const judgedByAnother: Readonly<Record<string, string>> = {
  piece: `and t.state not in ('missing_at_deposit', 'refused_at_deposit')
    and not (t.state = 'trayed' and exists (select from pli.trays y where y.id = t.tray_id and y.state = 'open'))`,
  letter: `and not (t.state = 'in_production' and exists (
    select from pli.pieces p join pli.trays y on y.id = p.tray_id
    where p.letter_id = t.id and p.copy = t.current_copy and p.state = 'trayed' and y.state = 'open'))`,
  // What nobody uses any more is given its deadline, and seen to when that is over, by a round of erasure.
  document: `and coalesce(t.deadline_at, t.created_at) < $1::timestamptz - interval '1 hour'`,
  order: `and (t.state <> 'draft' or coalesce(t.deadline_at, t.created_at) < $1::timestamptz - interval '1 hour')`,
  import: `and t.deadline_at < $1::timestamptz - interval '1 hour'`,
};

/** Everything that waits does so until a deadline, and is not past it by a minute. `now` is the checker's clock, given. */
export async function checkWaiting(sql: Sql, findings: Findings, now: Date): Promise<void> {
  const due = new Date(now.getTime() - GRACE_SECONDS * 1000);
  const check = (what: string, table: string, condition: string, parameters: unknown[]) =>
    findings.addFrom(
      sql,
      'stuck',
      'waiting',
      `select t.id as subject, case when t.deadline_at is null then format('this ${what} is %s and has no deadline', t.state)
         else format('this ${what} is %s, due at %s', t.state, to_char(t.deadline_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as text
       from pli.${table} t where ${condition} and (t.deadline_at is null or t.deadline_at < $1)`,
      [due, ...parameters],
    );
  for (const [subject, states] of Object.entries(waitings)) {
    const { table } = subjects[subject as WaitingSubject];
    await check(subject, table, `t.state = any($2) ${judgedByAnother[subject] ?? ''}`, [Object.keys(states)]);
  }
  await check('case', 'cases', `t.state = 'open'`, []);
  // The letters of a large order enter the ledger in chunks after its submission: until then they wait as drafts.
  await check(
    'letter of a submitted order',
    'letters',
    `t.state = 'draft' and exists (select from pli.orders o where o.id = t.order_id and o.state in ('submitted', 'in_progress'))`,
    [],
  );
}
