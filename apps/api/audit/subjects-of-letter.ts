import type { Sql } from '#database/scope';

export interface AuditSubject {
  subject: string;
  id: string;
}

/**
 * Everything whose events tell of a letter: itself, its order, what it was made of, its copies, and what these went through by their own
 * events: lots, trays, deposits, numbers, marks and cases.
 */
export async function subjectsOfLetter(sql: Sql, letterId: string): Promise<AuditSubject[]> {
  return sql<AuditSubject & Record<string, unknown>>(
    `with letter as (select * from pli.letters where id = $1),
          copies as (select id, lot_id, tray_id, deposit_id from pli.pieces where letter_id = $1),
          told as (select e.data->'set' as set from pli.events e where e.subject_id in (select id from copies)),
          through as (
            select lot_id, tray_id, deposit_id from copies
            union select set->>'lot_id', set->>'tray_id', set->>'deposit_id' from told),
          cases as (select id, deposit_id from pli.cases where piece_id in (select id from copies))
     select 'letter' as subject, id from letter
     union select 'order', order_id from letter
     union select 'template_version', template_version_id from letter where template_version_id is not null
     union select 'document', document_id from letter where document_id is not null
     union select 'document', unnest(attachment_ids) from letter
     union select 'piece', id from copies
     union select 'lot', lot_id from through where lot_id is not null
     union select 'tray', tray_id from through where tray_id is not null
     union select 'deposit', deposit_id from through where deposit_id is not null
     union select 'case', id from cases
     union select 'deposit', deposit_id from cases
     union select 'registered_number', id from pli.registered_numbers where letter_id = $1
     union select 'postage_entry', id from pli.postage_entries where letter_id = $1
     order by subject, id`,
    [letterId],
  );
}
