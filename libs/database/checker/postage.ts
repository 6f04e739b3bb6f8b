import { endedLetterStates } from '#domain/life-cycles';
import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

/** A dead copy is settled when its letter has its next one, or has ended. */
const settled = `(l.current_copy > p.copy or l.state = any($1))`;

/** Each accepted copy is debited once; a copy that was marked and died is on the refund list, and its registered number is void. */
export async function checkPostage(sql: Sql, findings: Findings): Promise<void> {
  const check = (query: string, parameters: unknown[] = []) =>
    findings.addFrom(sql, 'mismatched', 'postage', query, parameters);

  await check(
    `select p.id as subject, case when e.id is null then 'was accepted by the carrier without postage'
       else format('was accepted by the carrier, and its postage is %s', e.state) end as text
     from pli.pieces p left join pli.postage_entries e using (letter_id, copy)
     where p.state in ('accepted', 'returned') and e.state is distinct from 'debited'`,
  );
  await check(
    `select p.id as subject, format('was debited, and is %s', p.state) as text
     from pli.postage_entries e join pli.pieces p using (letter_id, copy) join pli.postage_counters c on c.id = e.counter_id
     where e.state = 'debited' and c.franking_mode <> 'machine' and p.state not in ('accepted', 'returned')`,
  );
  await check(
    `select p.id as subject, format('was marked and is %s, and its postage is not due for refund', p.state) as text
     from pli.postage_entries e join pli.pieces p using (letter_id, copy) join pli.letters l on l.id = p.letter_id
     where p.state in ('spoiled', 'voided') and e.state = 'marked' and ${settled}`,
    [endedLetterStates],
  );
  await check(
    `select p.id as subject, format('carries mark %s, and the postage ledger says %s', p.mark, e.mark) as text
     from pli.pieces p left join pli.postage_entries e using (letter_id, copy) where p.mark is not null and e.mark is distinct from p.mark`,
  );
  await check(
    `select c.id as subject, format('stands at mark %s, and gave out %s', c.last_mark, e.mark) as text
     from pli.postage_counters c cross join lateral (select max(mark) as mark from pli.postage_entries e where e.counter_id = c.id) e
     where e.mark > c.last_mark`,
  );
  await check(
    `select p.id as subject, format('is %s, and its registered number is not void', p.state) as text
     from pli.registered_numbers n join pli.pieces p using (letter_id, copy) join pli.letters l on l.id = p.letter_id
     where p.state in ('spoiled', 'voided') and n.state = 'assigned' and ${settled}`,
    [endedLetterStates],
  );
  await check(
    `select p.id as subject, 'carries a registered number that it was not given' as text
     from pli.pieces p left join pli.registered_numbers n using (letter_id, copy)
     where p.registered_number is not null and n.code is distinct from p.registered_number`,
  );
}
