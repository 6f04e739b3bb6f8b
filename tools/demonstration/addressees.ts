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

/** An invented recipient: mostly persons in mainland France, now and then a CEDEX organisation or a person overseas. */
export function addressee(dice: Dice): PostalAddress {
  const kind = dice.below(10);
  if (kind === 0) return dice.pick(organisations);
  const woman = dice.below(2) === 0;
  const [postcode, town] = dice.pick(kind === 1 ? overseas : towns);
  return {
    kind: 'person',
    name: `${woman ? 'Madame' : 'Monsieur'} ${dice.pick(woman ? women : men)} ${dice.pick(families)}`,
    ...dice.pick(details),
    streetNumber: `${1 + dice.below(140)}${dice.below(6) === 0 ? ' BIS' : ''}`,
    street: dice.pick(streets),
    postcode,
    town,
    country: 'FR',
  };
}
