import type { Inserter } from '#devices/inserter';
import type { Printer } from '#devices/printer';
import type { DocumentTools } from '#documents/tools';
import type { Blobs } from '#storage/blobs';
import type { Records } from '../records.ts';

/** A machine of the floor as the site has set it up: a row of `devices`. */
export interface FloorDevice {
  id: string;
  address: string;
  settings: Record<string, unknown>;
}

/** The machines of the floor, reached by what their device rows say. */
export interface Floor {
  printerFor(device: FloorDevice): Printer;
  inserterFor(device: FloorDevice): Inserter;
}

export interface LotDeps extends Floor {
  records: Records;
  blobs: Blobs;
  tools: DocumentTools;
  /** Where print files are written; each lot has a folder of its own in it. */
  workDir: string;
}
