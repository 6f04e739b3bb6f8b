import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErasureDeps } from './deps.ts';

const LOTS_AT_ONCE = 100;

/** Removes the print file, ticket and inserter files of closed lots whose letters have all been erased. Removing twice changes nothing. */
export async function eraseLotFiles(
  { records, inserterFor, workDir }: Pick<ErasureDeps, 'records' | 'inserterFor' | 'workDir'>,
  siteId: string,
): Promise<number> {
  const lots = await records.read(siteId, (sql) =>
    sql<{ id: string; inserter_job: string | null; inserter: { address: string } | null }>(
      `select lot.id, lot.inserter_job, case when d.id is not null then jsonb_build_object('address', d.address) end as inserter
       from pli.lots lot left join pli.devices d on d.id = lot.inserter_id
       where lot.site_id = $1 and lot.state = 'closed' and lot.print_file is not null
         and not exists (select 1 from pli.pieces p join pli.letters l on l.id = p.letter_id where p.lot_id = lot.id and l.erased_at is null)
       order by lot.id limit $2`,
      [siteId, LOTS_AT_ONCE],
    ),
  );
  for (const lot of lots) {
    await rm(join(workDir, lot.id), { recursive: true, force: true });
    if (lot.inserter !== null && lot.inserter_job !== null) await inserterFor(lot.inserter).erase(lot.inserter_job);
  }
  await records.write(siteId, (tx) =>
    tx.change(
      'lot',
      'lot.files_erased',
      lots.map(({ id }) => ({ id, set: { print_file: null } })),
    ),
  );
  return lots.length;
}
