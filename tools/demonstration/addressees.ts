import type { PostalAddress } from '#domain/address';
import type { Dice } from './dice.ts';

// Frequent first and family names, streets that every French town has: whoever bears such a name at such a number is a coincidence.
const women = ['Claire', 'Françoise', 'Nathalie', 'Anaïs', 'Zoé', 'Béatrice', 'Chloé', 'Hélène', 'Inès', 'Maëlle'];
const men = ['Étienne', 'Jean-Baptiste', 'Gaël', 'Noël', 'Loïc', 'Thierry', 'Benoît', 'Rémi', 'Karim', 'François'];
const families = [
  'Fontaine',
  'Lefèvre',
  'Garnier',
  'Le Goff',
  "D'Almeida",
  'Müller',
  'Perrin',
  'Benali',
  'Roussel',
  'Etcheverry',
  'Nguyen',
  'Carpentier',
];
const streets = [
  'rue des Tilleuls',
  'avenue de la République',
  'rue du Moulin',
  'allée des Érables',
  "impasse de l'Église",
  'boulevard Carnot',
  'place du Marché',
  'chemin des Vignes',
];
const details: readonly Partial<PostalAddress>[] = [
  {},
  {},
  {},
  { deliveryPoint: 'Appartement 12 Étage 3' },
  { building: 'Résidence Les Acacias Bâtiment B' },
  { deliveryPoint: 'Chez Madame Perrin', building: 'Entrée C' },
  { locality: 'Le Bas Village' },
];
const towns: readonly (readonly [postcode: string, town: string])[] = [
  ['75011', 'Paris'],
  ['69003', 'Lyon'],
  ['13006', 'Marseille'],
  ['31000', 'Toulouse'],
  ['44000', 'Nantes'],
  ['67000', 'Strasbourg'],
  ['59800', 'Lille'],
  ['21000', 'Dijon'],
  ['29200', 'Brest'],
  ['20000', 'Ajaccio'],
  ['42170', 'Saint-Just-Saint-Rambert'],
  ['64100', 'Bayonne'],
];
const overseas: readonly (readonly [string, string])[] = [
  ['97400', 'Saint-Denis'],
  ['97200', 'Fort-de-France'],
  ['97110', 'Pointe-à-Pitre'],
  ['97300', 'Cayenne'],
];
const organisations: readonly PostalAddress[] = [
  {
    kind: 'organisation',
    organisation: 'Caisse des Artisans du Centre',
    name: 'Service comptabilité',
    streetNumber: '18',
    street: 'rue Lecourbe',
    locality: 'CS 40012',
    postcode: '63020',
    town: 'Clermont-Ferrand',
    cedex: 'CEDEX 2',
    country: 'FR',
  },
  {
    kind: 'organisation',
    organisation: 'Mutuelle du Littoral',
    name: 'Madame Inès Carpentier',
    building: 'Tour Océane',
    streetNumber: '4',
    street: 'quai des Salines',
    locality: 'BP 118',
    postcode: '17004',
    town: 'La Rochelle',
    cedex: 'CEDEX 1',
    country: 'FR',
  },
  {
    kind: 'organisation',
    organisation: 'Syndic Bellevue et Fils',
    streetNumber: '125 BIS',
    street: 'avenue du Maréchal Foch',
    postcode: '54000',
    town: 'Nancy',
    country: 'FR',
  },
];

const abroad: Readonly<
  Record<'belgium' | 'switzerland', readonly Pick<PostalAddress, 'postcode' | 'town' | 'country'>[]>
> = {
  belgium: [
    { postcode: '1050', town: 'Bruxelles', country: 'BE' },
    { postcode: '4000', town: 'Liège', country: 'BE' },
  ],
  switzerland: [
    { postcode: '1204', town: 'Genève', country: 'CH' },
    { postcode: '1700', town: 'Fribourg', country: 'CH' },
  ],
};

/** Where invented recipients live. */
export type Destination = 'metropolitan' | 'overseas' | 'belgium' | 'switzerland';

/** An invented recipient: a person, or, in mainland France, now and then an organisation with a CEDEX. */
export function addressee(dice: Dice, to: Destination = 'metropolitan'): PostalAddress {
  if (to === 'belgium' || to === 'switzerland')
    return { ...somebody(dice), streetNumber: houseNumber(dice), street: dice.pick(streets), ...dice.pick(abroad[to]) };
  if (to === 'metropolitan' && dice.below(10) === 0) return dice.pick(organisations);
  const [postcode, town] = dice.pick(to === 'overseas' ? overseas : towns);
  return {
    ...somebody(dice),
    ...dice.pick(details),
    streetNumber: `${houseNumber(dice)}${dice.below(6) === 0 ? ' BIS' : ''}`,
    street: dice.pick(streets),
    postcode,
    town,
    country: 'FR',
  };
}

function somebody(dice: Dice): Pick<PostalAddress, 'kind' | 'name'> {
  const woman = dice.below(2) === 0;
  const name = `${woman ? 'Madame' : 'Monsieur'} ${dice.pick(woman ? women : men)} ${dice.pick(families)}`;
  return { kind: 'person', name };
}

function houseNumber(dice: Dice): string {
  return `${1 + dice.below(140)}`;
}
