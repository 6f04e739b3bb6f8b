import { MailError } from '#domain/mail-error';
import type { Sql } from '#database/scope';
import type { LotRow } from './lot-row.ts';

/** Ids of the devices that make a lot. */
export interface Machines {
  printer: string;
  inserter: string;
}

/**
 * The printer and the inserter of the site with the fewest open lots.
 * @throws MailError `site_without_machines`
 */
export async function chooseMachines(sql: Sql, lot: LotRow): Promise<Machines> {
  const [printer, inserter] = [await leastBusy(sql, lot, 'printer'), await leastBusy(sql, lot, 'inserter')];
  if (printer === undefined || inserter === undefined)
    throw new MailError(
      'site_without_machines',
      'The site needs a printer and an inserter to make lots. Set them up, then let the lot try again.',
    );
  return { printer, inserter };
}

async function leastBusy(sql: Sql, lot: LotRow, kind: 'printer' | 'inserter'): Promise<string | undefined> {
  const [device] = await sql<{ id: string }>(
    `select d.id from pli.devices d left join pli.lots l on l.${kind}_id = d.id and l.state <> 'closed'
     where d.site_id = $1 and d.kind = $2 and d.retired_at is null group by d.id, d.created_at order by count(l.id), d.created_at, d.id limit 1`,
    [lot.site_id, kind],
  );
  return device?.id;
}
