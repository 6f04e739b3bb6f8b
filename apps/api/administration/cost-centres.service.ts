import { Injectable } from '@nestjs/common';
import type { AccountSettings, CostCentre, CostCentreChange, NewCostCentre } from '#contracts/api/cost-centres';
import { newId } from '#contracts/new-id';
import type { CostCentreRow } from '#database/entities/administration';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { ruleOf } from './cost-centre-rule.ts';

type Row = Pick<CostCentreRow, 'id' | 'code' | 'label' | 'state' | 'created_at'>;
const columns = 'id, code, label, state, created_at';
const MOST_COST_CENTRES = 2000;

/** The cost centres of an account in one mode, and whether its orders must name one. */
@Injectable()
export class CostCentresService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call): Promise<{ rows: CostCentre[] }> {
    const rows = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.cost_centres order by state, code`),
    );
    return { rows: rows.map(viewOf) };
  }

  /** @throws MailError `cost_centre_exists`, `cost_centres_full` */
  add(call: Call, { code, label }: NewCostCentre): Promise<CostCentre> {
    const { account, mode } = customerOf(call);
    return this.ledger.write(call, async (tx) => {
      await lockList(tx.sql, call);
      const [{ all, known } = { all: 0, known: false }] = await tx.sql<{ all: number; known: boolean }>(
        `select count(*) as all, coalesce(bool_or(code = $1), false) as known from pli.cost_centres`,
        [code],
      );
      if (known) throw new MailError('cost_centre_exists', 'The list has a cost centre of that code: rename that one.');
      if (all >= MOST_COST_CENTRES)
        throw new MailError('cost_centres_full', `A list holds at most ${MOST_COST_CENTRES} cost centres.`);
      const row: Row = { id: newId('cost_centre', tx.at), code, label, state: 'active', created_at: tx.at };
      await tx.create('cost_centre', 'cost_centre.added', [{ ...row, account_id: account, mode }]);
      return viewOf(row);
    });
  }

  /** @throws MailError `cost_centre_needed` when orders must name one and this is the last */
  change(call: Call, id: string, { label, state }: CostCentreChange): Promise<CostCentre> {
    return this.ledger.write(call, async (tx) => {
      await lockList(tx.sql, call);
      const [row] = await tx.sql<Row>(`select ${columns} from pli.cost_centres where id = $1 for update`, [id]);
      if (row === undefined) throw notFound('cost centre');
      const changed = { ...row, label: label ?? row.label, state: state ?? row.state };
      await tx.change('cost_centre', 'cost_centre.changed', [
        { id, set: { state: changed.state }, content: { label: changed.label } },
      ]);
      if ((await ruleOf(tx.sql)) !== 'free') await needOne(tx.sql);
      return viewOf(changed);
    });
  }

  async settings(call: Call): Promise<AccountSettings> {
    return this.ledger.read(call, async (sql) => ({ costCentres: await ruleOf(sql) }));
  }

  /** @throws MailError `cost_centre_needed` when the list is empty */
  set(call: Call, { costCentres }: AccountSettings): Promise<AccountSettings> {
    const { account, mode } = customerOf(call);
    return this.ledger.write(call, async (tx) => {
      await lockList(tx.sql, call);
      if (costCentres !== 'free') await needOne(tx.sql);
      const id = `${account}/${mode}`;
      const [known] = await tx.sql(`select from pli.account_settings where id = $1`, [id]);
      const set = { cost_centres: costCentres, changed_at: tx.at };
      if (known === undefined)
        await tx.create('account_settings', 'account.settings_changed', [{ id, account_id: account, mode, ...set }]);
      else await tx.change('account_settings', 'account.settings_changed', [{ id, set }]);
      return { costCentres };
    });
  }
}

/** The list and the rule of an account change one after the other: else the last cost centre could go while orders come to need one. */
async function lockList(sql: Sql, call: Call): Promise<void> {
  const { account, mode } = customerOf(call);
  await sql(`select pg_advisory_xact_lock(hashtextextended('pli cost centres ' || $1 || ' ' || $2, 0))`, [
    account,
    mode,
  ]);
}

async function needOne(sql: Sql): Promise<void> {
  const [active] = await sql(`select from pli.cost_centres where state = 'active' limit 1`);
  if (active === undefined)
    throw new MailError(
      'cost_centre_needed',
      'Orders cannot be asked for a cost centre of the list while none is active: add one first, or ask for none.',
    );
}

const viewOf = (row: Row): CostCentre => ({
  id: row.id,
  code: row.code,
  label: row.label,
  state: row.state,
  createdAt: row.created_at.toISOString(),
});
