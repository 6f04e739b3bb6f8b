import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PrintJob } from '#devices/printer';
import { MailError } from '#domain/mail-error';
import { commitStep } from '#database/irreversible-steps';
import type { Records } from '../records.ts';
import type { LotDeps } from './deps.ts';
import { jobName, lotRow, machineOf, type LotRow } from './lot-row.ts';
import { attemptLeftNothing, attemptsOf, beginAttempt, type NotTaken } from './print-facts.ts';

/** `taken`: the printer has the job. Otherwise why this attempt surely left nothing there. */
export type Handed = 'taken' | NotTaken;

/** What a printer answers when it got nothing. */
const surelyNothing: readonly string[] = [
  'printer_unreachable',
  'printer_busy',
  'printer_refused',
] satisfies NotTaken[];

export const handToPrinterActivities = ({
  records,
  printerFor,
  workDir,
}: Pick<LotDeps, 'records' | 'printerFor' | 'workDir'>) => ({
  /**
   * Commits the lot's copies to this one print job, then gives it to the printer, unless the printer has it already. The only
   * place that prints. An attempt is numbered, and begun once: whatever may still be open is settled by asking, never by sending again.
   * @throws MailError `printer_outcome_unknown` · `copy_already_committed` · `print_file_changed` (all never)
   */
  async handToPrinter(siteId: string, lotId: string): Promise<Handed> {
    const lot = await commitToPrint(records, siteId, lotId);
    if (lot === 'behind_us') return 'taken';
    const printer = printerFor(machineOf(lot, 'printer'));
    const job = await jobOf(lot, workDir);
    const known = await printer.find(job.name).catch(unreachable);
    if (known === 'printer_unreachable') return known;
    if (known !== undefined) return 'taken';
    const attempt = await records.read(siteId, async (sql) => {
      const { begun, notTaken } = await attemptsOf(sql, lotId);
      return begun === notTaken && (await beginAttempt(sql, lot, begun + 1, records.clock())) ? begun + 1 : undefined;
    });
    if (attempt === undefined) throw stillOpen(job.name);
    try {
      await printer.submit(job);
      return 'taken';
    } catch (error) {
      if (!(error instanceof MailError) || !surelyNothing.includes(error.code)) throw error;
      const why = error.code as NotTaken;
      await records.read(siteId, (sql) => attemptLeftNothing(sql, lot, attempt, why, records.clock()));
      return why;
    }
  },
});

/** A printer that cannot be asked is not sent anything either. */
function unreachable(error: unknown): 'printer_unreachable' {
  if (error instanceof MailError && error.code === 'printer_unreachable') return error.code;
  throw error;
}

/** The copies that this job prints, written down before the printer hears of it; the key refuses them to any other job. */
async function commitToPrint(records: Records, siteId: string, lotId: string): Promise<LotRow | 'behind_us'> {
  return records.write(siteId, async (tx) => {
    const lot = await lotRow(tx.sql, lotId);
    const copies = await tx.sql<{ letter_id: string; copy: number; state: string }>(
      `select letter_id, copy, state from pli.pieces where lot_id = $1 and mark is not null order by letter_id, copy`,
      [lotId],
    );
    if (!['assembled', 'printing'].includes(lot.state) || copies.every((copy) => copy.state !== 'planned'))
      return 'behind_us';
    // The file holds them all: with one that is settled otherwise it is no longer what is wanted.
    if (copies.some((copy) => copy.state !== 'planned')) throw fileChanged(lot);
    await commitStep(tx, siteId, lot.mode, 'print', jobName(lot), copies);
    await tx.change('lot', 'lot.committed_to_print', [{ id: lotId, set: { state: 'printing' } }], {
      otherwise: 'skip',
    });
    return lot;
  });
}

/** The job as the printer gets it; the file must be the one that was assembled. */
async function jobOf(lot: LotRow, workDir: string): Promise<PrintJob> {
  const file = join(workDir, lot.print_file ?? '');
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch((cause: unknown) => {
    throw fileChanged(lot, cause);
  });
  if (lot.print_file_hash === null || !hash.digest().equals(lot.print_file_hash)) throw fileChanged(lot);
  return {
    name: jobName(lot),
    file,
    sheets: lot.sheets + (lot.sheets_banner ?? 0),
    sides: lot.key.sides === 'duplex' ? 'two-sided-long-edge' : 'one-sided',
  };
}

function fileChanged(lot: LotRow, cause?: unknown): MailError {
  return new MailError(
    'print_file_changed',
    `The print file of lot ${lot.number} is not the one that was assembled, or is gone. Nothing was printed from it; let the lot try again on the machine that holds it.`,
    'never',
    cause,
  );
}

function stillOpen(name: string): MailError {
  return new MailError(
    'printer_outcome_unknown',
    `Job ${name} was sent before and nobody knows yet what became of it. The printer is asked; it is not sent again.`,
  );
}
