import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

/**
 * Where envelopes are, by everything that says so: a piece and its tray, the tray and its deposit, the commitment of each hand-off. What came
 * back into hand was let go of by the carrier's own word; what nobody has looked at keeps its lot open.
 */
export async function checkWhereabouts(sql: Sql, findings: Findings): Promise<void> {
  const check = (query: string) => findings.addFrom(sql, 'mismatched', 'whereabouts', query);

  await check(
    `select t.id as subject, format('is sealed with %s pieces, and %s lie in it', t.pieces, p.n) as text
     from pli.trays t cross join lateral (select count(*) as n from pli.pieces p where p.tray_id = t.id and p.state = 'trayed') p
     where t.state = 'sealed' and t.pieces <> p.n`,
  );
  await check(
    `select p.id as subject, format('lies in tray %s, which goes with another deposit than it', t.number) as text
     from pli.pieces p join pli.trays t on t.id = p.tray_id
     where p.state = 'trayed' and t.state = 'sealed' and p.deposit_id is distinct from t.deposit_id`,
  );
  await check(
    `select p.id as subject, format('lies in tray %s, which was settled', t.number) as text
     from pli.pieces p join pli.trays t on t.id = p.tray_id where p.state = 'trayed' and t.state = 'settled'`,
  );
  await check(
    `select p.id as subject, format('is %s of contract %s, and lies in tray %s of %s, %s', l.key->>'product', l.key->>'contract', t.number, t.product,
       t.carrier_contract) as text
     from pli.pieces p join pli.trays t on t.id = p.tray_id join pli.lots l on l.id = p.lot_id
     where p.state = 'trayed' and t.lot_id is distinct from p.lot_id
       and (t.product, t.carrier_contract) is distinct from (l.key->>'product', l.key->>'contract')`,
  );
  await check(
    `select p.id as subject, format('is %s, and no hand-off was committed for it', p.state) as text from pli.pieces p
     where p.state in ('handed_over', 'accepted', 'missing_at_deposit', 'refused_at_deposit', 'returned') and not exists (
       select from pli.irreversible_steps i
       where i.step = 'hand_off' and i.undone_at is null and (i.letter_id, i.copy) = (p.letter_id, p.copy))`,
  );
  await check(
    `select p.id as subject, format('hand-off %s was undone, and the carrier never said that it does not have it', i.job) as text
     from pli.irreversible_steps i join pli.pieces p using (letter_id, copy)
     where i.undone_at is not null and not exists (
       select from pli.cases c where c.piece_id = p.id and c.kind in ('missing_at_deposit', 'refused_at_deposit') and c.created_at <= i.undone_at)`,
  );
  await check(
    `select p.id as subject, format('is %s, and its lot %s is closed', p.state, l.number) as text
     from pli.pieces p join pli.lots l on l.id = p.lot_id join pli.letters on letters.id = p.letter_id
     where l.state = 'closed' and p.state in ('suspect', 'diverted', 'inserted') and p.reappeared_at is null and letters.state <> 'cancelled'`,
  );
}
