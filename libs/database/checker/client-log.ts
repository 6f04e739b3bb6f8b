import { endedLetterStates } from '#domain/life-cycles';
import type { Sql } from '../scope.ts';
import { jsonLines } from './json-lines.ts';
import type { Findings } from './report.ts';

/** A line of the client's log: one 2xx answer to a submission, written by the client when it had the answer. Drafts do not count. */
export interface ClientLogLine {
  /** When the answer came, ISO. */
  at: string;
  orderId: string;
  letterIds: string[];
  /** The Idempotency-Key of the request. */
  key: string | null;
}

/** Puts the client's log into a table of this session, before the database is looked at: what was answered must then be there. */
export async function loadClientLog(sql: Sql, file: string): Promise<void> {
  for await (const { records } of jsonLines<ClientLogLine>(file))
    await sql(
      `insert into pg_temp.client_log (order_id, letter_id, key)
       select l."orderId", t.id, l.key from jsonb_to_recordset($1) as l("orderId" text, "letterIds" text[], key text)
       cross join lateral unnest(l."letterIds") t(id)`,
      [JSON.stringify(records)],
    );
}

export const clientLogTable = `create temporary table client_log (order_id text not null, letter_id text not null, key text)`;

/** Every letter that the client was promised has ended or is open with a deadline; one key made one order. */
export async function checkClientLog(sql: Sql, findings: Findings): Promise<void> {
  await findings.addFrom(
    sql,
    'lost',
    'client',
    `select distinct c.letter_id as subject, case when l.id is null then 'the client was told of it, and there is no such letter'
       when l.order_id <> c.order_id then 'the client was told of it in another order'
       when l.state in ('draft', 'deleted') then format('the client was told that it is submitted, and it is %s', l.state)
       else format('it is %s and has no deadline', l.state) end as text
     from pg_temp.client_log c left join pli.letters l on l.id = c.letter_id left join pli.orders o on o.id = l.order_id
     where l.id is null or l.order_id <> c.order_id or l.state = 'deleted'
       or (l.state = 'draft' and o.state not in ('submitted', 'in_progress'))
       or (l.state <> all($1) and l.deadline_at is null)`,
    [endedLetterStates],
  );
  await findings.addFrom(
    sql,
    'duplicated',
    'client',
    `select min(order_id) as subject, format('one request was answered by %s orders', count(distinct order_id)) as text
     from pg_temp.client_log where key is not null group by key having count(distinct order_id) > 1`,
  );
}
