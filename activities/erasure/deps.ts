import type { DataSource } from 'typeorm';
import type { Inserter } from '#devices/inserter';
import type { Blobs } from '#storage/blobs';
import type { MasterKey } from '#storage/master-key';
import type { RecordsOfAll } from '../records.ts';

export interface ErasureDeps {
  database: DataSource;
  records: RecordsOfAll;
  blobs: Blobs;
  masterKey: MasterKey;
  inserterFor(device: { address: string }): Inserter;
  /** Folder of the files of production, one folder a lot. */
  workDir: string;
}
