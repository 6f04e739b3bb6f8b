import type { Sql } from '#database/scope';
import type { DayFigures } from '#domain/end-of-day';

/** What a print room counted between two instants, each figure from its own index. */
export async function dayFigures(
  sql: Sql,
  siteId: string,
  { from, until }: { from: Date; until: Date },
): Promise<DayFigures> {
  const one = async <T>(statement: string): Promise<T> => {
    const [row] = await sql<T>(statement, [siteId, from, until]);
    if (row === undefined) throw new Error('a count without a row');
    return row;
  };
  const left = await one<{
    left: number;
    accepted: number;
    differing: number;
    open: number;
    declared: number;
    taken: number;
    uncounted: number;
    trays: number;
  }>(
    `select count(*)::int as left, count(*) filter (where d.pieces_accepted = d.pieces)::int as accepted,
       count(*) filter (where d.pieces_accepted < d.pieces)::int as differing, count(*) filter (where d.pieces_accepted is null)::int as open,
       coalesce(sum(d.pieces), 0)::int as declared, coalesce(sum(d.pieces_accepted), 0)::int as taken,
       coalesce(sum(d.pieces) filter (where d.pieces_accepted is null), 0)::int as uncounted,
       (select count(*)::int from pli.trays t where t.deposit_id in (
         select id from pli.deposits where site_id = $1 and left_at >= $2 and left_at < $3)) as trays
     from pli.deposits d where d.site_id = $1 and d.left_at >= $2 and d.left_at < $3`,
  );
  const lots = await one<DayFigures['lots']>(
    `select count(*) filter (where state = 'closed')::int as closed, count(*) filter (where state <> 'closed')::int as open from pli.lots
     where site_id = $1 and (state = 'closed' and state_since >= $2 and state_since < $3 or state <> 'closed')`,
  );
  const franking = await one<DayFigures['franking']>(
    `select count(*)::int as marks, count(*) filter (where state = 'debited')::int as debited, count(*) filter (where state = 'marked')::int as waiting,
       count(*) filter (where state = 'refund_due')::int as "refundDue", coalesce(sum(cents) filter (where state <> 'refund_due'), 0)::int as cents
     from pli.postage_entries where site_id = $1 and marked_at >= $2 and marked_at < $3`,
  );
  const registered = await one<DayFigures['registered']>(
    `select count(*) filter (where n.state <> 'void' and p.state in ('accepted', 'returned'))::int as used,
       count(*) filter (where n.state <> 'void' and p.state not in ('accepted', 'returned'))::int as assigned,
       count(*) filter (where n.state = 'void')::int as void,
       (select coalesce(sum(r.last - r.next + 1), 0)::int from pli.number_ranges r where r.site_id = $1) as free
     from pli.registered_numbers n join pli.pieces p using (letter_id, copy) where n.site_id = $1 and n.assigned_at >= $2 and n.assigned_at < $3`,
  );
  const bin = await one<{ pieces: number; sheets: number; reported: number }>(
    `select count(*)::int as pieces, coalesce(sum(sheets), 0)::int as sheets,
       (select coalesce(sum((data->>'sheets')::int), 0)::int from pli.facts
        where site_id = $1 and kind = 'sheets.spoiled' and at >= $2 and at < $3) as reported
     from pli.pieces where site_id = $1 and state = 'spoiled' and state_since >= $2 and state_since < $3`,
  );
  const firstOffs = await one<DayFigures['firstOffs']>(
    `select count(*) filter (where passed)::int as passed, count(*) filter (where not passed)::int as failed from pli.first_offs
     where site_id = $1 and signed_at >= $2 and signed_at < $3`,
  );
  return {
    pieces: { declared: left.declared, accepted: left.taken, uncounted: left.uncounted },
    deposits: { left: left.left, accepted: left.accepted, withDifferences: left.differing, open: left.open },
    trays: { left: left.trays },
    lots,
    franking,
    registered,
    bin: { pieces: bin.pieces, sheets: bin.sheets + bin.reported },
    firstOffs,
  };
}
