import { folderCondition } from '#devices/exchange-folder';
import { hotFolderInserter } from '#devices/hot-folder-inserter';
import { ippPrinter } from '#devices/ipp-printer';
import type { Floor } from '../../activities/lot/deps.ts';
import type { MachineStateWatch } from './watchers/machine-states.ts';

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

/** How a machine is: a printer says so by IPP; inserters and carriers are reached through their folder. */
export const conditionOf: MachineStateWatch['conditionOf'] = (device) =>
  device.kind === 'printer' ? floor.printerFor(device).condition() : folderCondition(device.address);
