import { MailError } from './mail-error.ts';

/**
 * How postage is shown on a copy, fixed by the carrier contract. `franked` is a dated fact of the copy, not a step's place.
 * - `printed` (a): a mark printed in the window when the lot is assembled; debited at the carrier's count
 * - `preprinted` (b): an envelope stock already paid (port payé); debited at the carrier's count
 * - `machine` (c): a franking machine after sealing; debited at the mark
 * - `carrier` (d): the carrier franks; debited at the carrier's count
 */
export const frankingModes = ['printed', 'preprinted', 'machine', 'carrier'] as const;
export type FrankingMode = (typeof frankingModes)[number];

/** Refuses a carrier contract whose franking mode is not executed yet (`option_not_available`): (c) and (d). */
export function refuseUnexecutedFranking(mode: FrankingMode): void {
  if (mode === 'printed' || mode === 'preprinted') return;
  throw new MailError(
    'option_not_available',
    `Not available yet: franking "${mode}". Use "printed" (a mark in the window) or "preprinted" (paid envelopes).`,
  );
}
