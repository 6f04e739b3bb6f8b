import { formatMark } from '#domain/marks';
import { commitStep, type Copy } from '#database/irreversible-steps';
import type { Sql } from '#database/scope';
import type { DepositDeps } from './deps.ts';
import { depositName, depositRow } from './deposit-row.ts';

/** Until when a closed deposit must have left the site, in milliseconds; later an operator is called by the deadline. */
const LEAVES_WITHIN_MS = 4 * 3_600_000;

export const closeDepositActivities = ({ records }: Pick<DepositDeps, 'records'>) => ({
  /** What the process says of itself, and when its slot is. */
  async openDeposit(siteId: string, depositId: string): Promise<{ title: string; slotAt: string }> {
    const d = await records.read(siteId, (sql) => depositRow(sql, depositId));
    const code = formatMark({ kind: 'deposit', site: d.site_code, deposit: Number(d.number) });
    return { title: `Deposit ${code}`, slotAt: d.slot_at.toISOString() };
  },

  /**
   * Closes the deposit: no tray enters any more, what its slip declares is fixed, its copies are committed to this one hand-off. One without
   * pieces is settled at once: there is nothing to hand over.
   */
  async closeDeposit(siteId: string, depositId: string): Promise<{ pieces: number; trays: number }> {
    return records.write(siteId, async (tx) => {
      // The row lock first: a tray sealed at this moment either is counted here or finds the deposit closed.
      await tx.sql(`select 1 from pli.deposits where id = $1 for update`, [depositId]);
      const d = await depositRow(tx.sql, depositId);
      const copies = await copiesOf(tx.sql, depositId);
      if (d.state === 'planned' && copies.length === 0)
        await tx.change('deposit', 'deposit.left_empty', [
          { id: depositId, set: { state: 'settled', pieces: 0, deadline_at: null } },
        ]);
      else if (d.state === 'planned') {
        const set = {
          state: 'closed',
          pieces: copies.length,
          declared: await declaredBy(tx.sql, depositId),
          manifest: depositName(d),
          deadline_at: new Date(tx.at.getTime() + LEAVES_WITHIN_MS),
        };
        await tx.change('deposit', 'deposit.closed', [{ id: depositId, set }]);
        await commitStep(tx, siteId, d.mode, 'hand_off', depositName(d), copies);
      }
      const [trays] = await tx.sql<{ n: number }>(`select count(*)::int as n from pli.trays where deposit_id = $1`, [
        depositId,
      ]);
      return { pieces: copies.length, trays: trays?.n ?? 0 };
    });
  },
});

async function copiesOf(sql: Sql, depositId: string): Promise<Copy[]> {
  return sql<Copy & Record<string, unknown>>(
    `select p.letter_id, p.copy from pli.pieces p join pli.trays t on t.id = p.tray_id
     where t.deposit_id = $1 and p.state in ('trayed', 'handed_over') order by p.letter_id, p.copy`,
    [depositId],
  );
}

/** Count and mass (mg) by product and band (g) of what lies in the deposit's trays. */
async function declaredBy(sql: Sql, depositId: string) {
  return sql(
    `select t.product, p.weight_band as band, count(*)::int as count, sum(p.weight_mg)::float8 as mass_mg
     from pli.pieces p join pli.trays t on t.id = p.tray_id
     where t.deposit_id = $1 and p.state = 'trayed' group by 1, 2 order by 1, 2`,
    [depositId],
  );
}
