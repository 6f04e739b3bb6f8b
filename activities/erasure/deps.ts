import type { DataSource } from 'typeorm';
import type { Inserter } from '#devices/inserter';
import type { Blobs } from '#storage/blobs';
import type { Records } from '../records.ts';

export interface ErasureDeps {
  database: DataSource;
  records: Records;
  blobs: Blobs;
  inserterFor(device: { address: string }): Inserter;
  /** Folder of the files of production, one folder a lot. */
  workDir: string;
}
