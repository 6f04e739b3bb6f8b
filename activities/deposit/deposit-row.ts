import { MailError } from '#domain/mail-error';
import type { Sql } from '#database/scope';
import type { CarrierDevice } from './deps.ts';

/** A deposit with what its steps need to know of its site and carrier. */
export interface DepositRow {
  id: string;
  mode: 'test' | 'live';
  number: string;
  state: string;
  slot_at: Date;
  left_at: Date | null;
  pieces: number;
  /** Count and mass (mg) by product and band (g), fixed at closing. */
  declared: { product: string; band: number; count: number; mass_mg: number }[] | null;
  /** The carrier's count. */
  found: { product: string; band: string; count: number }[] | null;
  accepted_at: Date | null;
  carrier_contract: string;
  site_code: string;
  site_name: string;
  time_zone: string;
  carrier: CarrierDevice;
}

/** @throws MailError `deposit_unknown` when the site has no such deposit */
export async function depositRow(sql: Sql, depositId: string): Promise<DepositRow> {
  const [row] = await sql<DepositRow>(
    `select d.id, d.mode, d.number, d.state, d.slot_at, d.left_at, d.pieces, d.declared, d.found, d.accepted_at, d.carrier_contract, s.code as site_code, s.name as site_name, s.time_zone,
            jsonb_build_object('id', c.id, 'name', c.name, 'address', c.address, 'settings', c.settings) as carrier
     from pli.deposits d join pli.sites s on s.id = d.site_id join pli.devices c on c.id = d.carrier_id where d.id = $1`,
    [depositId],
  );
  if (row === undefined) throw new MailError('deposit_unknown', `This site has no deposit ${depositId}.`);
  return row;
}

/** The name the carrier knows a deposit by, unique for ever. */
export const depositName = (d: Pick<DepositRow, 'site_code' | 'number'>): string => `${d.site_code}-${d.number}`;
