import type { Acknowledgement } from '#contracts/acknowledgement';

/**
 * What a carrier is to Pli: it is told beforehand what a deposit holds (the manifest), gets the trays, and answers with what it
 * counted, and when. The manifest of a deposit is announced once and handed over once; the name of a deposit is never used again.
 */
export interface ManifestItem {
  /** Number of the tray of the site. */
  readonly tray: number;
  readonly windowCode: string;
  readonly registeredNumber: string | null;
  readonly product: string;
  /** Weight band of the product. */
  readonly band: string;
  readonly weightMg: number;
}

export interface Manifest {
  /** Unique for ever, e.g. `PAR1-7`; also a file name. */
  readonly deposit: string;
  readonly site: string;
  /** Number of the carrier contract that pays. */
  readonly contract: string;
  /** The planned deposit day, YYYY-MM-DD in the deposit point's time. */
  readonly date: string;
  readonly items: readonly ManifestItem[];
}

export interface Carrier {
  /** Idempotent for the same manifest. MailError `manifest_conflict` (never) when another one bears the name. */
  announce(manifest: Manifest): Promise<void>;
  /** Does the carrier know the manifest (handed over or not)? */
  announced(deposit: string): Promise<boolean>;
  /** The irreversible act: the trays are the carrier's. Idempotent. MailError `manifest_not_announced` (never) without manifest. */
  handOver(deposit: string): Promise<void>;
  handedOver(deposit: string): Promise<boolean>;
  /** The instalments so far but those of the `known` parts, in order; asking changes nothing. */
  acknowledgements(deposit: string, known?: ReadonlySet<number>): Promise<Acknowledgement[]>;
}
