import type { Sql } from '#database/scope';
import { costCentreFault, type CostCentreRule } from '#domain/cost-centres';
import { refuseWith } from '../http/refusal.ts';

/** What the account asks of its orders' cost centre. */
export async function ruleOf(sql: Sql): Promise<CostCentreRule> {
  const [row] = await sql<{ cost_centres: CostCentreRule }>(
    `select cost_centres from pli.account_settings`,
    [],
    'prepared',
  );
  return row?.cost_centres ?? 'free';
}

/** Refuses to make an order firm whose cost centre is not as its account asks. @throws Refusal `order_not_makeable` */
export async function refuseCostCentre(sql: Sql, costCentre: string | null): Promise<void> {
  const rule = await ruleOf(sql);
  if (rule === 'free') return;
  const [listed] = await sql(`select from pli.cost_centres where code = $1 and state = 'active'`, [costCentre]);
  const fault = costCentreFault(rule, costCentre, listed !== undefined);
  if (fault)
    refuseWith(
      'order_not_makeable',
      [{ code: fault.code, detail: fault.message, pointer: '/options/costCentre' }],
      'the order',
    );
}
