import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

/** A sheet code without its check character, `S/<site>/<lot>/<piece>/<sheet>/<of>`: what the piece says its sheets carry. */
const sheetsOfPiece = `array(select format('S/%s/%s/%s/%s/%s', s.code, l.number, p.position, i, p.sheets) from generate_series(1, p.sheets) i)`;
const uncheck = (codes: string) =>
  `array(select regexp_replace(c.code, '/[^/]*$', '') from unnest(${codes}) with ordinality c(code, i) order by c.i)`;

/** Pieces with the site and lot that their codes name. */
const pieces = `pli.pieces p join pli.lots l on l.id = p.lot_id join pli.sites s on s.id = p.site_id`;

/** The journal of machines and post against the pieces: what was done twice, what we do not know, what differs. */
export async function checkJournal(sql: Sql, findings: Findings): Promise<void> {
  const check = (kind: 'duplicated' | 'unexpected' | 'mismatched', query: string) =>
    findings.addFrom(sql, kind, 'journal', query);

  await check(
    'mismatched',
    `select 'journal' as subject, format('record %s follows record %s', n, after) as text from pg_temp.journal_gaps`,
  );
  await duplicates(check);
  await unknown(check);
  await accepted(check);
  await differences(check);
  await check(
    'mismatched',
    `select l.id as subject, format('says %s sheets printed, the printer %s', l.sheets_printed, j.n) as text
     from pli.lots l join pli.sites s on s.id = l.site_id
     cross join lateral (select count(*) as n from pg_temp.journal j where j.type = 'sheet_out' and j.job = format('pli-%s-%s', s.code, l.number)) j
     where l.state = 'closed' and l.mode = 'test' and coalesce(l.sheets_printed, 0) <> j.n`,
  );
}

type Check = (kind: 'duplicated' | 'unexpected' | 'mismatched', query: string) => Promise<void>;

/** A sheet that a jam repeats comes out twice of one job: that is a matter of the sheet balance. */
async function duplicates(check: Check): Promise<void> {
  await check(
    'duplicated',
    `select p.letter_id as subject, format('the post accepted %s envelopes of it', count(distinct j.envelope)) as text
     from pg_temp.journal j join pli.pieces p using (window_code) where j.type = 'item_accepted' group by 1 having count(distinct j.envelope) > 1`,
  );
  // Handed back and handed over once more is one acceptance; two of one envelope are one too many, whatever else it is.
  await check(
    'duplicated',
    `select coalesce(window_code, 'record ' || envelope) as subject, format('one envelope of it was accepted %s times', count(*)) as text
     from pg_temp.journal where type = 'item_accepted' group by envelope, window_code having count(*) > 1`,
  );
  await check(
    'duplicated',
    `select split_part(sheet_code, '/', 2) || '/' || split_part(sheet_code, '/', 3) || '/' || split_part(sheet_code, '/', 4) as subject,
       format('was printed by %s jobs', count(distinct job_id)) as text
     from pg_temp.journal where type = 'sheet_out' and sheet_code like 'S/%' group by 1 having count(distinct job_id) > 1`,
  );
  await check(
    'duplicated',
    `select window_code as subject, format('is in %s closed envelopes', count(*)) as text
     from pg_temp.journal where type = 'envelope_closed' and window_code is not null group by 1 having count(*) > 1`,
  );
}

/** What is written before the look at the database comes from something that the database must know. */
async function unknown(check: Check): Promise<void> {
  await check(
    'unexpected',
    `select coalesce(j.job, '?') as subject, 'a print job of no lot of ours' as text from pg_temp.journal j
     where j.type = 'job_accepted' and not j.late and not exists (
       select from pli.lots l join pli.sites s on s.id = l.site_id where j.job = format('pli-%s-%s', s.code, l.number))`,
  );
  await check(
    'unexpected',
    `select coalesce(j.sheet_code, 'record ' || j.n) as subject, 'a sheet of no piece of ours' as text
     from pg_temp.journal j cross join lateral (select string_to_array(j.sheet_code, '/') as code) k
     left join pli.sites s on s.code = k.code[2]
     left join pli.lots l on l.site_id = s.id and l.number::text = k.code[3]
     left join pli.pieces p on p.lot_id = l.id and p.position::text = k.code[4]
     where j.type = 'sheet_out' and not j.late and not coalesce(case k.code[1]
       when 'S' then regexp_replace(j.sheet_code, '/[^/]*$', '') = any(${sheetsOfPiece})
       when 'H' then l.id is not null
       when 'T' then l.id is not null end, false)`,
  );
  await check(
    'unexpected',
    `select coalesce(j.window_code, 'record ' || j.n) as subject, 'an envelope of no piece of ours' as text
     from pg_temp.journal j left join pli.pieces p using (window_code) where j.type = 'envelope_closed' and not j.late and p.id is null`,
  );
  await check(
    'unexpected',
    `select coalesce(j.window_code, 'record ' || j.n) as subject,
       case when p.id is null then 'the post accepted an item that we do not know' else 'the post accepted an item that we did not declare' end as text
     from pg_temp.journal j left join pli.pieces p using (window_code)
     where j.type = 'item_accepted' and not j.late and (p.id is null or not j.declared)`,
  );
}

/** What the post holds is the whole letter and nothing else, and is what our books say. */
async function accepted(check: Check): Promise<void> {
  await check(
    'mismatched',
    `select p.id as subject, case when e.n is null then 'the post accepted an envelope that no machine closed'
       when e.window_code is distinct from j.window_code then 'the post read another code than the inserter'
       else format('its envelope holds %s', array_to_string(e.sheet_codes, ', ', 'an unread sheet')) end as text
     from pg_temp.journal j join ${pieces} on p.window_code = j.window_code
     left join pg_temp.journal e on e.type = 'envelope_closed' and e.n = j.envelope
     where j.type = 'item_accepted' and (e.n is null or e.window_code is distinct from j.window_code
       or ${uncheck('e.sheet_codes')} is distinct from ${sheetsOfPiece})`,
  );
  await check(
    'mismatched',
    `select p.id as subject, format('the post accepted it, and our books call it %s', p.state) as text
     from pg_temp.journal j join pli.pieces p using (window_code)
     where j.type = 'item_accepted' and not j.late and p.state not in ('handed_over', 'accepted', 'returned')
       -- The post may hold what our books are about to call handed over,
       and not (p.state = 'trayed' and exists (
         select from pli.irreversible_steps i where i.step = 'hand_off' and (i.letter_id, i.copy) = (p.letter_id, p.copy)))
       -- or have found what was missing and not have said so, or only just.
       and not (p.state = 'missing_at_deposit' and j.found_late and (
         exists (select from pli.cases c where c.piece_id = p.id and c.state = 'open')
         or not exists (select from pg_temp.journal s where s.type = 'acknowledgement_written' and s.supplement
           and not s.late and s.deposit = j.deposit and s.n > j.n)))`,
  );
  await check(
    'mismatched',
    `select coalesce(j.window_code, 'record ' || j.envelope) as subject, 'the post accepted an envelope that a person had opened' as text
     from pg_temp.journal j join pg_temp.journal o on o.type = 'envelope_opened' and o.envelope = j.envelope and o.n < j.n
     where j.type = 'item_accepted'`,
  );
  await check(
    'mismatched',
    `select p.id as subject, format('our books call it %s, and the post never accepted it', p.state) as text from pli.pieces p
     where p.mode = 'test' and p.state in ('accepted', 'returned')
       and not exists (select from pg_temp.journal j where j.type = 'item_accepted' and j.window_code = p.window_code)`,
  );
  await check(
    'mismatched',
    `select p.id as subject, 'the post read another registered number than it was given' as text
     from pg_temp.journal j join pli.pieces p using (window_code)
     where j.type = 'item_accepted' and j.registered_number is distinct from p.registered_number`,
  );
}

/** What our books hold against the post, or tell of an item's way, is what the post itself found and told. */
async function differences(check: Check): Promise<void> {
  await check(
    'mismatched',
    `select p.id as subject, format('our books call it %s, and the post never said so', p.state) as text from pli.pieces p
     where p.mode = 'test' and p.state in ('missing_at_deposit', 'refused_at_deposit')
       and not exists (select from pg_temp.journal j where j.window_code = p.window_code
         and j.type = case p.state when 'missing_at_deposit' then 'item_missing' else 'item_refused' end)`,
  );
  await check(
    'mismatched',
    `select l.id as subject, format('our books call it %s, and the post never told that of its number', l.state) as text
     from pli.letters l join pli.pieces p on p.letter_id = l.id
     where l.mode = 'test' and l.state in ('delivered', 'returned') and p.state in ('accepted', 'returned') and p.registered_number is not null
       and not exists (select from pg_temp.journal j where j.type = 'tracking' and j.registered_number = p.registered_number
         and j.code = case l.state when 'delivered' then 'DI1' else 'DI2' end)`,
  );
}
