import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { counted, productName } from '#documents/papers/french';
import { assemblePrintFile, type PrintFile } from '#documents/print-file';
import { productionDataAt } from '#database/production/production-data';
import { siteProfileAt } from '#database/site-profile';
import type { Sql } from '#database/scope';
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
   * chosen. Resumable: what has been reserved stays, the files are written again, byte for byte the same. A copy whose letter is cancelled
   * meanwhile is left out; a lot of which nothing is left stays planned and goes on to be closed.
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
      for (;;) {
        const marked = await records.read(siteId, (sql) => markedCopies(sql, lotId));
        if (marked.pieces === 0) return deadlineOf(lot, printBy);
        const file = await writeFiles(deps, { ...lot, ...marked });
        const assembled = await recordAssembled(records, lot, { marked, file, machines, printBy });
        if (assembled !== undefined) return assembled;
      }
    });
  },
});

/** What the print file holds: the copies that have their marks. One that was voided before it was written has none any more. */
async function markedCopies(sql: Sql, lotId: string): Promise<{ pieces: number; sheets: number }> {
  const [row] = await sql<{ pieces: number; sheets: number }>(
    `select count(*)::int as pieces, coalesce(sum(sheets), 0)::int as sheets from pli.pieces where lot_id = $1 and mark is not null`,
    [lotId],
  );
  return row ?? { pieces: 0, sheets: 0 };
}

/** Print file, lot ticket and tray labels, in the lot's own folder. `lot` counts the copies that are in the file. */
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

interface Assembled {
  marked: { pieces: number; sheets: number };
  file: PrintFile;
  machines: Machines;
  printBy: Date;
}

/** Undefined when a letter was cancelled while the file was written: it is to be written again. Counted under the lot's lock, as cancelling is. */
async function recordAssembled(
  records: Records,
  lot: LotRow,
  { marked, file, machines, printBy }: Assembled,
): Promise<string | undefined> {
  return records.write(lot.site_id, async (tx) => {
    await tx.sql(`select from pli.lots where id = $1 for no key update`, [lot.id]);
    const { pieces, sheets } = await markedCopies(tx.sql, lot.id);
    if (pieces !== marked.pieces || pieces !== file.pieces) return undefined;
    const set = {
      state: 'assembled',
      printer_id: machines.printer,
      inserter_id: machines.inserter,
      print_file: fileOf(lot),
      print_file_hash: Buffer.from(file.sha256, 'hex'),
      print_job: jobName(lot),
      sheets,
      sheets_banner: file.sheets - sheets,
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
  const marked = await deps.records.read(lot.site_id, (sql) => markedCopies(sql, lot.id));
  const file = await writeFiles(deps, { ...lot, ...marked });
  if (lot.print_file_hash === null || !Buffer.from(file.sha256, 'hex').equals(lot.print_file_hash))
    throw new MailError(
      'print_file_changed',
      `The print file of lot ${lot.number} comes out different from the one recorded. Void its copies, so that their next ones are assembled anew.`,
    );
  return deadlineOf(lot, printBy);
}

const deadlineOf = (lot: LotRow, otherwise: Date): string => (lot.deadline_at ?? otherwise).toISOString();
