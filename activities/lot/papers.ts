import type { PrintFile } from '#documents/print-file';
import type { LotDeps } from './deps.ts';
import type { LotRow } from './lot-row.ts';

/** Lot ticket and tray labels, beside the print file. */
export async function writePapers(deps: LotDeps, lot: LotRow, file: PrintFile): Promise<void> {
  void deps;
  void lot;
  void file;
}
