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

/**
 * The zone of a valid address, seen from France; an unknown French postcode counts as metropolitan, being refused elsewhere. Monaco is served by the
 * French post under its rules and tariffs (convention of 18 May 1963 on postal relations, articles 1 and 2: legimonaco.mc/tai/convention/1963/05-18-tai1l000736),
 * so a letter to it costs what one within France costs. Andorra counts as another country: that it is priced as France is said by no source we could read;
 * a provider whose carrier does so says it by a price of its own.
 */
export function destinationZoneOf({ country, postcode }: { country: string; postcode: string }): DestinationZone {
  if (country === 'MC') return 'metropolitan';
  if (country !== 'FR') return 'international';
  const area = postalAreaOf(postcode);
  return 'zone' in area ? area.zone : 'metropolitan';
}
