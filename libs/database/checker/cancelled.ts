import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

/** A letter is cancelled or posted, never both; and nothing is made any more of one that is cancelled. */
export async function checkCancelled(sql: Sql, findings: Findings): Promise<void> {
  const check = (query: string) => findings.addFrom(sql, 'mismatched', 'cancelled', query);

  await check(
    `select p.id as subject, format('its letter is cancelled, and the copy was %s', p.state) as text
     from pli.letters l join pli.pieces p on p.letter_id = l.id
     where l.state = 'cancelled' and p.state in ('trayed', 'handed_over', 'accepted', 'missing_at_deposit', 'refused_at_deposit', 'returned')`,
  );
  await check(
    `select i.letter_id || '.' || i.copy as subject, format('its letter is cancelled, and the copy left with deposit %s', i.job) as text
     from pli.letters l join pli.irreversible_steps i on i.letter_id = l.id
     where l.state = 'cancelled' and i.step = 'hand_off' and i.undone_at is null`,
  );
  await check(
    `select o.id as subject, format('is %s, and %s of its %s letters are cancelled', o.state, c.cancelled, c.n) as text
     from pli.orders o cross join lateral (select count(*) as n, count(*) filter (where l.state = 'cancelled') as cancelled
       from pli.letters l where l.order_id = o.id and l.state <> 'deleted') c
     where c.n > 0 and (o.state = 'cancelled') <> (c.cancelled = c.n)`,
  );
}
