import type { TrackingEvent, TrackingKind } from './tracking.ts';

/** Published event codes. A code that is not here is kept as 'other': new ones appear without notice. */
const kinds: Record<string, TrackingKind> = {
  DR1: 'announced',
  PC1: 'deposited',
  PC2: 'deposited',
  ET1: 'in_transit',
  ET2: 'in_transit',
  ET3: 'in_transit',
  ET4: 'in_transit',
  EP1: 'in_transit',
  DO1: 'in_transit',
  DO2: 'in_transit',
  DO3: 'problem',
  PB1: 'problem',
  PB2: 'in_transit',
  MD2: 'first_presentation',
  ND1: 'undeliverable',
  AG1: 'notice',
  RE1: 'returning',
  DI1: 'delivered',
  DI2: 'returned',
};

/**
 * An event in our words. Number, code and moment name it for ever, whether it was asked for or came in a file. One without a readable
 * date is left out (undefined): it can be placed nowhere, and the next answer brings it again.
 */
export function suiviEvent(
  number: string,
  { code, label, date }: { code: string; label: string; date: string },
): TrackingEvent | undefined {
  const at = new Date(date);
  if (Number.isNaN(at.getTime())) return undefined;
  const moment = at.toISOString();
  return {
    sourceId: `${number}/${code}/${moment}`,
    number,
    kind: kinds[code] ?? 'other',
    carrierCode: code,
    label,
    at: moment,
  };
}
