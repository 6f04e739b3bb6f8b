import { processes, processId, type DepositInput } from '#contracts/processes';
import { newId } from '#contracts/new-id';
import { MailError } from '#domain/mail-error';
import type { Mode } from '#domain/marks';
import { slotForTray } from '#domain/tray-slot';
import type { LedgerTransaction } from '../ledger.ts';
import { startWorkflow } from '../outbox.ts';
import { calendarsOf, siteProfileAt } from '../site-profile.ts';
import { lockSiteNumbers, takeSiteNumbers } from '../site-numbers.ts';

/** What a tray asks of its deposit. */
export interface TrayToDeposit {
  site_id: string;
  site_code: string;
  mode: Mode;
  carrier_contract: string;
  planned_deposit_date: string;
}

/**
 * The site's next deposit that still takes trays of this carrier contract: the planned one of the next slot, made and its process
 * started when there is none. A slot whose deposit has closed already is passed over.
 * @throws MailError `site_without_carrier` when no carrier is set up
 */
export async function depositForTray(
  tx: LedgerTransaction,
  tray: TrayToDeposit,
): Promise<{ id: string; slotAt: Date }> {
  const profile = await siteProfileAt(tx.sql, tray.site_id, tx.at);
  const carrierId = await carrierOf(tx, tray);
  // Two lots that seal at once must find the same deposit: the second waits here until the first has committed.
  await lockSiteNumbers(tx.sql, tray.site_id, 'deposit');
  for (let after = tx.at; ;) {
    const slotAt = slotForTray(profile, calendarsOf(profile), after, tray.planned_deposit_date);
    const [known] = await tx.sql<{ id: string; state: string }>(
      `select id, state from pli.deposits where site_id = $1 and carrier_id = $2 and carrier_contract = $3 and slot_at = $4 for update`,
      [tray.site_id, carrierId, tray.carrier_contract, slotAt],
    );
    if (known === undefined) return planDepositRow(tx, tray, carrierId, slotAt);
    if (known.state === 'planned') return { id: known.id, slotAt };
    after = slotAt;
  }
}

/** The carrier set up for the contract, or the site's first one. */
async function carrierOf({ sql }: LedgerTransaction, tray: TrayToDeposit): Promise<string> {
  const [carrier] = await sql<{ id: string }>(
    `select id from pli.devices where site_id = $1 and kind = 'carrier' and retired_at is null
     order by (settings->'contracts' @> to_jsonb($2::text)) is true desc, created_at, id limit 1`,
    [tray.site_id, tray.carrier_contract],
  );
  if (carrier === undefined)
    throw new MailError(
      'site_without_carrier',
      'The site has no carrier to give its trays to. Set one up as a device of kind carrier.',
    );
  return carrier.id;
}

async function planDepositRow(tx: LedgerTransaction, tray: TrayToDeposit, carrierId: string, slotAt: Date) {
  const id = newId('deposit', tx.at);
  const number = await takeSiteNumbers(tx.sql, tray.site_id, 'deposit');
  const { site_id, mode, carrier_contract } = tray;
  await tx.create('deposit', 'deposit.planned', [
    {
      id,
      site_id,
      mode,
      number,
      carrier_id: carrierId,
      carrier_contract,
      state: 'planned',
      state_since: tx.at,
      deadline_at: slotAt,
      slot_at: slotAt,
      pieces: 0,
      needs_operator: false,
      created_at: tx.at,
    },
  ]);
  const input: DepositInput = { siteId: site_id, depositId: id };
  await startWorkflow(
    tx.sql,
    {
      siteId: site_id,
      process: processes.deposit,
      workflowId: processId.deposit(id),
      input: { ...input, mode, summary: `Deposit ${number} of ${tray.site_code}` },
    },
    tx.at,
  );
  return { id, slotAt };
}
