import { hotFolderInserter } from '#devices/hot-folder-inserter';
import { ippPrinter } from '#devices/ipp-printer';
import type { Floor } from '../../activities/lot/deps.ts';

/**
 * How long a printer may be silent. Asking and sending together stay within one attempt of the machines' queue (60 s), so that an attempt
 * given up there has ended here.
 */
const PATIENCE = { submitMs: 40_000, askMs: 5_000 };

/** The machines as their device rows say: a printer's address is its IPP URI, an inserter's its hot folder. */
export const floor: Floor = {
  printerFor: ({ address }) => ippPrinter(address, PATIENCE),
  inserterFor: ({ address }) => hotFolderInserter(address),
};
