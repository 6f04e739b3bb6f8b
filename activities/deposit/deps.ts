import type { Carrier } from '#carriers/carrier';
import type { DocumentTools } from '#documents/tools';
import type { Records } from '../records.ts';
import type { Blobs } from '#storage/blobs';

/** A carrier as the site has set it up: a row of `devices` of kind carrier. */
export interface CarrierDevice {
  id: string;
  name: string;
  address: string;
  settings: Record<string, unknown>;
}

export interface DepositDeps {
  records: Records;
  blobs: Blobs;
  carrierFor(device: CarrierDevice): Carrier;
  tools: DocumentTools;
}
