import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { counted, productName } from '#documents/papers/french';
import { assemblePrintFile, type PrintFile } from '#documents/print-file';
import { productionDataAt } from '#database/production/production-data';
import { siteProfileAt } from '#database/site-profile';
import { MailError } from '#domain/mail-error';
import type { Records } from '../records.ts';
import type { LotDeps } from './deps.ts';
import { whileBeating } from './heartbeat.ts';
import { chooseMachines, type Machines } from './choose-machines.ts';
import { jobName, lotRow, type LotRow } from './lot-row.ts';
import { writePapers } from './papers.ts';
import { piecesToPrint } from './pieces-to-print.ts';
import { reserveMarks } from './reserve-marks.ts';

/** What the process says of itself, and until when it should be ready for the machines, ISO. */
export interface OpenedLot {
  title: string;
  pieces: number;
  sheets: number;
  assembleBy: string;
}

export const assembleActivities = (deps: LotDeps) => ({
  async openLot(siteId: string, lotId: string): Promise<OpenedLot> {
    const { records } = deps;
    const lot = await records.read(siteId, (sql) => lotRow(sql, lotId));
    const { number, site_code, pieces, sheets, deadline_at } = lot;
    return {
      title: `Lot ${number} of ${site_code}`,
      pieces,
      sheets,
      assembleBy: (deadline_at ?? records.clock()).toISOString(),
    };
  },

  /**
   * Makes a planned lot ready for the machines: marks reserved for each copy, print file, lot ticket and tray labels written, machines
   * chosen. Resumable: what has been reserved stays, the files are written again, byte for byte the same.
   * @returns until when the printer should have told of all its sheets, ISO
   * @throws MailError `postage_counter_missing` · `registered_numbers_used_up` · `composed_bytes_differ` · `site_without_machines`
   */
  async assembleLot(siteId: string, lotId: string): Promise<string> {
    return whileBeating(async () => {
      const { records } = deps;
      const { lot, printBy } = await records.read(siteId, async (sql) => {
        const { deadlines } = await siteProfileAt(sql, siteId, records.clock());
        return {
          lot: await lotRow(sql, lotId),
          printBy: new Date(records.clock().getTime() + deadlines.printSeconds * 1000),
        };
      });
      if (lot.state !== 'planned') return restored(deps, lot, printBy);
      while ((await records.write(siteId, (tx) => reserveMarks(tx, lot, printBy))) > 0)
        Context.current().cancellationSignal.throwIfAborted();
      const machines = await records.read(siteId, (sql) => chooseMachines(sql, lot));
      const file = await writeFiles(deps, lot);
      return recordAssembled(records, lot, file, machines, printBy);
    });
  },
});

/** Print file, lot ticket and tray labels, in the lot's own folder. */
async function writeFiles(deps: LotDeps, lot: LotRow): Promise<PrintFile> {
  const { records, tools, workDir } = deps;
  const { geometry } = await records.read(lot.site_id, (sql) => productionDataAt(sql, lot.site_id, records.clock()));
  const { site_code: site, number, mode, key } = lot;
  const file = await assemblePrintFile(
    {
      file: join(workDir, fileOf(lot)),
      site,
      lot: number,
      mode,
      sides: key.sides,
      geometry,
      pieces: piecesToPrint(deps, lot),
      banner: [
        `${lot.site_name} (${site})`,
        `Lot ${number} · ${counted(lot.pieces, 'pli')} · ${key.envelope} · ${productName(key.product)}`,
      ],
    },
    tools,
  );
  await writePapers(deps, lot, file.sheets);
  return file;
}

/** Relative to the work folder, which may lie elsewhere tomorrow. */
const fileOf = (lot: LotRow): string => `${lot.id}/print.pdf`;

async function recordAssembled(
  records: Records,
  lot: LotRow,
  file: PrintFile,
  machines: Machines,
  printBy: Date,
): Promise<string> {
  return records.write(lot.site_id, async (tx) => {
    const set = {
      state: 'assembled',
      printer_id: machines.printer,
      inserter_id: machines.inserter,
      print_file: fileOf(lot),
      print_file_hash: Buffer.from(file.sha256, 'hex'),
      print_job: jobName(lot),
      sheets_banner: file.sheets - lot.sheets,
      deadline_at: printBy,
      needs_operator: false,
      operator_reason: null,
    };
    await tx.change('lot', 'lot.assembled', [{ id: lot.id, set, data: { pieces: file.pieces } }], {
      otherwise: 'skip',
    });
    return deadlineOf(await lotRow(tx.sql, lot.id), printBy);
  });
}

/** A lot assembled before: its file is written again when it is gone, and must be the same. */
async function restored(deps: LotDeps, lot: LotRow, printBy: Date): Promise<string> {
  if (lot.state !== 'assembled' && lot.state !== 'printing') return deadlineOf(lot, printBy);
  const file = await writeFiles(deps, lot);
  if (lot.print_file_hash === null || !Buffer.from(file.sha256, 'hex').equals(lot.print_file_hash))
    throw new MailError(
      'print_file_changed',
      `The print file of lot ${lot.number} comes out different from the one recorded. Void its copies, so that their next ones are assembled anew.`,
    );
  return deadlineOf(lot, printBy);
}

const deadlineOf = (lot: LotRow, otherwise: Date): string => (lot.deadline_at ?? otherwise).toISOString();
