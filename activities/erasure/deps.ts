import type { Inserter } from '#devices/inserter';
import type { Blobs } from '#storage/blobs';
import type { Records } from '../records.ts';

export interface ErasureDeps {
  records: Records;
  blobs: Blobs;
  inserterFor(device: { address: string }): Inserter;
  /** Folder of the files of production, one folder a lot. */
  workDir: string;
  /** Deletes stored bytes that nothing uses any more; after the transaction that released them. */
  removeUnused(siteId: string): Promise<void>;
}
