import type { TrackingEvent } from '#carriers/tracking';
import type { Row } from '#database/ledger';
import type { Sql } from '#database/scope';
import type { Records } from '../records.ts';
import { recordTracked, type TrackedLetter } from './record-tracked.ts';

/**
 * Writes down what a carrier told unasked of the site's own items, as if it had been asked. Numbers of other sites, and of copies that were never
 * posted, are passed over. Answers how many events were about items of this site.
 */
export async function recordTrackedFile(
  records: Pick<Records, 'read' | 'write'>,
  siteId: string,
  carrierId: string,
  events: readonly TrackingEvent[],
): Promise<number> {
  const byNumber = new Map<string, TrackingEvent[]>();
  for (const event of events) byNumber.set(event.number, [...(byNumber.get(event.number) ?? []), event]);
  const letters = await records.read(siteId, (sql) => lettersOf(sql, siteId, [...byNumber.keys()]));
  const answers = letters.map(({ registered_number: number }) => ({ number, events: byNumber.get(number) ?? [] }));
  await recordTracked(records, siteId, carrierId, letters, answers, 'told');
  return answers.reduce((sum, answer) => sum + answer.events.length, 0);
}

function lettersOf(sql: Sql, siteId: string, numbers: readonly string[]): Promise<TrackedLetter[]> {
  return sql<TrackedLetter & Row>(
    `select l.id, l.account_id, l.mode, p.registered_number, p.id as piece_id
     from pli.pieces p join pli.letters l on l.id = p.letter_id
     where p.site_id = $1 and p.registered_number = any($2) and p.copy = l.current_copy
       and p.state not in ('spoiled', 'voided') and p.reappeared_at is null order by l.id`,
    [siteId, numbers],
  );
}
