import type { Row } from '#database/ledger';
import type { Sql } from '#database/scope';
import type { TrackedLetter } from './record-tracked.ts';

export interface DueLetter extends Omit<TrackedLetter, 'registered_number'> {
  registered_number: string | null;
  carrier: { id: string; address: string; settings: Row };
}

/** Letters taken at once: each may end its order too, and 240 of both keep a transaction under 500 events. */
const AT_ONCE = 240;

/** The letters of a site whose next poll is due, oldest first, each with the carrier that took it. */
export async function dueLetters(
  sql: Sql,
  siteId: string,
  now: Date,
): Promise<{ letters: DueLetter[]; more: boolean }> {
  const letters = await sql<DueLetter>(
    `select l.id, l.account_id, l.mode, l.registered_number, p.id as piece_id,
            jsonb_build_object('id', c.id, 'address', c.address, 'settings', c.settings) as carrier
     from pli.letters l
     join pli.pieces p on p.letter_id = l.id and p.copy = l.current_copy
     join pli.deposits d on d.id = p.deposit_id
     join pli.devices c on c.id = d.carrier_id
     where l.site_id = $1 and l.next_poll_at <= $2
     order by l.next_poll_at limit $3`,
    [siteId, now, AT_ONCE],
  );
  return { letters, more: letters.length === AT_ONCE };
}
