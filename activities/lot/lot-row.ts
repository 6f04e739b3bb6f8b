import type { LotKey } from '#domain/lot-key';
import type { LotState } from '#domain/life-cycles';
import type { Mode } from '#domain/marks';
import { MailError } from '#domain/mail-error';
import type { Sql } from '#database/scope';
import type { FloorDevice } from './deps.ts';

/** A lot with what its steps need to know of its site and machines. */
export interface LotRow {
  id: string;
  site_id: string;
  site_code: string;
  site_name: string;
  time_zone: string;
  mode: Mode;
  number: number;
  kind: string;
  key: LotKey;
  state: LotState;
  state_since: Date;
  deadline_at: Date | null;
  pieces: number;
  sheets: number;
  planned_deposit_date: string;
  print_file: string | null;
  print_file_hash: Buffer | null;
  /** Header, trailer: what the print file holds beside the pieces; at closing what really came out. */
  sheets_banner: number | null;
  sheets_printed: number | null;
  needs_operator: boolean;
  printer: FloorDevice | null;
  inserter: FloorDevice | null;
}

/** @throws MailError `lot_unknown` when the site has no such lot */
export async function lotRow(sql: Sql, lotId: string): Promise<LotRow> {
  const device = (alias: string) =>
    `case when ${alias}.id is null then null else jsonb_build_object('id', ${alias}.id, 'address', ${alias}.address, 'settings', ${alias}.settings) end`;
  const [row] = await sql<LotRow>(
    `select l.id, l.site_id, s.code as site_code, s.name as site_name, s.time_zone, l.mode, l.number, l.kind, l.key, l.state, l.state_since, l.deadline_at,
            l.pieces, l.sheets, l.planned_deposit_date, l.print_file, l.print_file_hash, l.sheets_banner, l.sheets_printed, l.needs_operator,
            ${device('p')} as printer, ${device('i')} as inserter
     from pli.lots l join pli.sites s on s.id = l.site_id
     left join pli.devices p on p.id = l.printer_id left join pli.devices i on i.id = l.inserter_id where l.id = $1`,
    [lotId],
  );
  if (row === undefined) throw new MailError('lot_unknown', `This site has no lot ${lotId}.`);
  return row;
}

/** The name a lot's jobs bear at the machines, unique for ever; the stack of paper is known by it. */
export const jobName = (lot: Pick<LotRow, 'site_code' | 'number'>): string => `pli-${lot.site_code}-${lot.number}`;

/** The machine the lot was given at assembly. @throws MailError `lot_without_machine` before that */
export function machineOf(lot: LotRow, which: 'printer' | 'inserter'): FloorDevice {
  const device = lot[which];
  if (device === null)
    throw new MailError(
      'lot_without_machine',
      `Lot ${lot.number} has no ${which} yet. It is given one when it is assembled.`,
    );
  return device;
}
