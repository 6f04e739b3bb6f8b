import { deleteDraft } from '#database/delete-draft';
import type { ErasureDeps } from './deps.ts';
import { keptFor } from './kept-days.ts';

const GIVEN_AT_ONCE = 1000;
/** Drafts of one step, each in a transaction of its own: one may hold a hundred thousand letters. */
const MOST_A_STEP = 100;

/** Gives drafts their deadline that were made or changed since the last round, and erases those left alone past theirs. @returns how many */
export async function eraseDrafts({ records }: Pick<ErasureDeps, 'records'>): Promise<number> {
  await records.writeAs({ role: 'pli_eraser' }, ({ sql, at }) =>
    sql(
      `update pli.orders o set deadline_at = $1::timestamptz + ${keptFor('draft', 'o')}
       where id in (select id from pli.orders where state = 'draft' and deadline_at is null limit $2 for update skip locked)`,
      [at, GIVEN_AT_ONCE],
    ),
  );
  for (let erased = 0; erased < MOST_A_STEP; erased++) if (!(await eraseOne(records))) return erased;
  return MOST_A_STEP;
}

const eraseOne = (records: ErasureDeps['records']): Promise<boolean> =>
  records.writeAs({ role: 'pli_eraser' }, async (tx) => {
    const [due] = await tx.sql<{ id: string }>(
      `select id from pli.orders where state = 'draft' and deadline_at <= $1 order by deadline_at limit 1 for update skip locked`,
      [tx.at],
    );
    if (due !== undefined) await deleteDraft(tx, due.id);
    return due !== undefined;
  });
