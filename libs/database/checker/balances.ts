import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

/** The three balances of every closed lot, what a deposit declared against what became of it, and the contents of trays. */
export async function checkBalances(sql: Sql, findings: Findings): Promise<void> {
  const check = (query: string) => findings.addFrom(sql, 'mismatched', 'balances', query);

  await check(
    `select id as subject, format('sheets: %s printed; %s good, %s spoiled, %s banners, %s duplicates',
       sheets_printed, sheets_good, sheets_spoiled, sheets_banner, sheets_duplicate) as text from pli.lots
     where state = 'closed' and coalesce(sheets_printed, 0) <>
       coalesce(sheets_good, 0) + coalesce(sheets_spoiled, 0) + coalesce(sheets_banner, 0) + coalesce(sheets_duplicate, 0)`,
  );
  await check(
    `select id as subject, format('pieces: %s in; %s good, %s spoiled, %s voided', pieces, pieces_good, pieces_spoiled, pieces_voided) as text
     from pli.lots where state = 'closed' and pieces <> coalesce(pieces_good, 0) + coalesce(pieces_spoiled, 0) + coalesce(pieces_voided, 0)`,
  );
  await check(
    `select id as subject, format('envelopes: %s used; %s good, %s spoiled', envelopes_used, envelopes_good, envelopes_spoiled) as text
     from pli.lots where state = 'closed' and coalesce(envelopes_used, 0) <> coalesce(envelopes_good, 0) + coalesce(envelopes_spoiled, 0)`,
  );
  await check(
    `select l.id as subject, format('says %s pieces, and has %s', l.pieces, p.n) as text
     from pli.lots l cross join lateral (select count(*) as n from pli.pieces p where p.lot_id = l.id) p where l.pieces <> p.n`,
  );
  await check(
    `select l.id as subject, format('is closed, and its piece %s is %s', p.position, p.state) as text
     from pli.lots l join pli.pieces p on p.lot_id = l.id where l.state = 'closed' and p.state in ('planned', 'printed')`,
  );
  await check(
    `select d.id as subject, format('declared %s pieces; %s accepted, %s in cases', d.pieces, d.pieces_accepted, c.n) as text
     from pli.deposits d cross join lateral (select count(distinct piece_id) as n from pli.cases c where c.deposit_id = d.id) c
     where d.pieces_accepted is not null and d.pieces <> d.pieces_accepted + c.n`,
  );
}
