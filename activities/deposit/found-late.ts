import { acceptFound, FOUND_AT_ONCE } from '#database/production/accept-pieces';
import { foundLateOf } from '#database/production/carrier-word';
import { closeCases } from '#database/production/close-cases';
import type { Sql } from '#database/scope';
import type { Records } from '../records.ts';

/**
 * Missing pieces that the carrier holds after all, by its own word: found late in this deposit, or counted as undeclared in another one (an envelope
 * that lay in the wrong tray). They and their letters are accepted and the cases closed. Saying it again changes nothing.
 */
export async function acceptFoundLate(
  records: Pick<Records, 'read' | 'write'>,
  siteId: string,
  depositId: string,
): Promise<void> {
  for (const { foundAt, windowCodes } of await records.read(siteId, (sql) => foundLateOf(sql, depositId))) {
    const pieces = await records.read(siteId, (sql) => missingOf(sql, depositId, windowCodes));
    for (const some of batches(pieces))
      await records.write(siteId, (tx) => acceptFound(tx, siteId, some, foundAt), foundAt);
  }
  for (const { piece_id, case_id, found_at } of await records.read(siteId, (sql) =>
    inWrongTray(sql, siteId, depositId),
  ))
    await records.write(siteId, async (tx) => {
      if ((await acceptFound(tx, siteId, [piece_id], found_at)) > 0)
        await closeCases(tx, [case_id], 'found_by_carrier');
    });
}

async function missingOf(sql: Sql, depositId: string, windowCodes: readonly string[]): Promise<string[]> {
  const pieces = await sql<{ id: string }>(
    `select id from pli.pieces where deposit_id = $1 and state = 'missing_at_deposit' and window_code = any($2) order by id`,
    [depositId, windowCodes],
  );
  return pieces.map(({ id }) => id);
}

/** Pieces missing in one deposit and counted in another as undeclared, when either is this one. */
function inWrongTray(
  sql: Sql,
  siteId: string,
  depositId: string,
): Promise<{ piece_id: string; case_id: string; found_at: Date }[]> {
  return sql(
    `select p.id as piece_id, c.id as case_id, d.accepted_at as found_at
     from pli.cases c join pli.deposits d on d.id = c.deposit_id
     join pli.pieces p on p.site_id = c.site_id and p.window_code = c.window_code
     where c.site_id = $1 and c.kind = 'undeclared' and c.state = 'open' and p.state = 'missing_at_deposit'
       and $2 in (c.deposit_id, p.deposit_id) and d.accepted_at is not null order by c.id`,
    [siteId, depositId],
  );
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / FOUND_AT_ONCE) }, (_, i) =>
    ids.slice(i * FOUND_AT_ONCE, (i + 1) * FOUND_AT_ONCE),
  );
}
