import { digitFaults } from './field-faults.ts';
import { numberBehindStreet } from './number-behind-street.ts';

/**
 * Germany, by DIN 5008 and Deutsche Post: the organisation before the person in it, a Postfach in place of the street, the number
 * behind the street, five digits and the town. Example: `Hauptstraße 12a`, `10117 BERLIN`, `ALLEMAGNE`.
 */
export const germany = numberBehindStreet({
  code: 'DE',
  countryLine: 'ALLEMAGNE',
  inWords: 'Germany',
  insteadOf: {
    box: 'Name a Postfach as the locality, a flat as the delivery point.',
    cedex: 'A large customer has a postcode of its own.',
  },
  postcodeFaults: (postcode) => digitFaults(postcode, { nationality: 'German', digits: 5, from: '01001' }),
  shorten: { street: 'Abbreviate Straße to Str., Platz to Pl.', locality: 'Keep the Postfach with its number only.' },
});
