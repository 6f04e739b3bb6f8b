import { postalAreaOf } from './postcodes.ts';

/** Where a letter goes as far as services, prices and lots care: France, France overseas, or another country. */
export const destinationZones = ['metropolitan', 'overseas', 'international'] as const;
export type DestinationZone = (typeof destinationZones)[number];

/** Zones in words, for whoever ordered. */
export const zoneWords: Readonly<Record<DestinationZone, string>> = {
  metropolitan: 'metropolitan France',
  overseas: 'overseas France',
  international: 'other countries',
};

/** The zone of a valid address, seen from France; an unknown French postcode counts as metropolitan, being refused elsewhere. */
export function destinationZoneOf({ country, postcode }: { country: string; postcode: string }): DestinationZone {
  if (country !== 'FR') return 'international';
  const area = postalAreaOf(postcode);
  return 'zone' in area ? area.zone : 'metropolitan';
}
