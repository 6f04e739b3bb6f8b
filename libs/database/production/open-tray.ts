import { newId } from '#contracts/new-id';
import { localDateOf } from '#domain/local-time';
import { MailError } from '#domain/mail-error';
import type { Mode } from '#domain/marks';
import type { CarrierProduct } from '#domain/services';
import type { LedgerTransaction } from '../ledger.ts';
import { takeSiteNumbers } from '../site-numbers.ts';
import { siteProfileAt } from '../site-profile.ts';

/**
 * A person opens a residual tray for what came back: unsorted, of no lot, for the site's next deposit of its contract. Sealed by a person;
 * where trays are sealed automatically, at its deadline.
 * @returns the tray's id
 * @throws MailError `carrier_contract_unknown` when nothing of that contract is made here
 */
export async function openTray(
  tx: LedgerTransaction,
  siteId: string,
  of: { product: CarrierProduct; carrierContract: string; reason: string },
): Promise<string> {
  const { product, carrierContract, reason } = of;
  const [site] = await tx.sql<{ mode: Mode; time_zone: string; known: boolean }>(
    `select mode, time_zone, exists (select from pli.postage_counters c where c.site_id = s.id and c.carrier_contract = $2)
       or exists (select from pli.trays t where t.site_id = s.id and t.carrier_contract = $2) as known
     from pli.sites s where id = $1`,
    [siteId, carrierContract],
  );
  if (site?.known !== true)
    throw new MailError(
      'carrier_contract_unknown',
      `This print room makes no mail of a carrier contract "${carrierContract}". Take the one that the piece shows.`,
    );
  const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
  const id = newId('tray', tx.at);
  const number = await takeSiteNumbers(tx.sql, siteId, 'tray');
  await tx.create('tray', 'tray.opened', [
    {
      id,
      site_id: siteId,
      mode: site.mode,
      number,
      lot_id: null,
      position: 1,
      kind: 'residual',
      product,
      carrier_contract: carrierContract,
      state: 'open',
      state_since: tx.at,
      deadline_at: new Date(tx.at.getTime() + deadlines.divertedSeconds * 1000),
      pieces: 0,
      planned_deposit_date: localDateOf(tx.at, site.time_zone),
      created_at: tx.at,
    },
  ]);
  tx.tell(`site/${siteId}`, 'tray', id, 'tray.open_asked', { reason });
  return id;
}
