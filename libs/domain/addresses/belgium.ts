import { free, local, localCapitals } from './address-line.ts';
import type { CountryRules } from './address-line.ts';
import { cedexAbroadFaults, digitFaults, numberOrderFaults, placeFaults, whoFaults } from './field-faults.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * Belgium, by bpost's rules of addressing: from the most particular to the most general, so that a person or service stands
 * before the organisation; street, number, and the box behind its word (never behind a slash); postcode and municipality, spelled
 * in one of the country's languages. Example: `Rue du Vivier 7C bte 5`, `1000 BRUXELLES`, `BELGIQUE`.
 */
export const belgium: CountryRules = {
  code: 'BE',
  countryLine: 'BELGIQUE',
  lines(address) {
    const { kind, name, organisation, deliveryPoint, building, postcode, town } = address;
    return [
      free('name', name),
      ...(kind === 'person'
        ? [free('deliveryPoint', deliveryPoint), free('building', building)]
        : [free('organisation', organisation), free('building', deliveryPoint, building)]),
      local('street', address.street, address.streetNumber, boxWords(address)),
      local('locality', address.locality),
      localCapitals('town', postcode, town),
    ];
  },
  faults: (address) => [
    ...whoFaults(address),
    ...placeFaults(address),
    ...numberOrderFaults(address, 'Belgium'),
    ...boxFaults(address),
    ...slashFaults(address),
    ...digitFaults(address.postcode, { nationality: 'Belgian', digits: 4, from: '1000' }),
    ...cedexAbroadFaults(address, 'Name a post office box (BP, postbus) as the locality.'),
  ],
  shorten: {
    street: 'Abbreviate the kind of street as bpost does (Av., Bd, Chée, Pl.).',
    locality: 'Keep the post office box (BP) only.',
    town: 'Use the short name of the municipality.',
  },
};

const boxWord = /^(bte|bus|box|boîte|boite)\b\.?\s*/iu;
const boxNumber = (box: string): string => box.trim().replace(boxWord, '');

/** The box with the word it was given with, else with that of the municipality's language: `bus` in Flanders, `bte` elsewhere. */
function boxWords({ box, postcode }: PostalAddress): string {
  if (!box?.trim()) return '';
  const [, word] = boxWord.exec(box.trim()) ?? [];
  return `${word?.toLowerCase() ?? (isFlemish(postcode) ? 'bus' : 'bte')} ${boxNumber(box)}`;
}

/** Flemish Brabant without Louvain 1500–1999, then 2000–3999 and 8000–9999. */
function isFlemish(postcode: string): boolean {
  const number = Number(postcode);
  return (number >= 1500 && number < 4000) || number >= 8000;
}

function boxFaults({ box, street, streetNumber }: PostalAddress): AddressFault[] {
  if (!box?.trim()) return [];
  const fault = (text: string): AddressFault[] => [{ code: 'address_box', field: 'box', text }];
  if (!/^[a-z0-9][a-z0-9.-]{0,7}$/i.test(boxNumber(box)))
    return fault('The box is one number or letter of at most 8 characters, such as "5", "bte 5" or "bus B3".');
  if (!street?.trim() || !streetNumber?.trim())
    return fault(
      'The box stands behind a street and its number: give both, or name a post office box as the locality.',
    );
  return [];
}

/** bpost names the slash as a mistake in both of its uses. */
function slashFaults({ street, streetNumber, town }: PostalAddress): AddressFault[] {
  const fault = (field: string, text: string): AddressFault => ({ code: 'address_character', field, text });
  const faults: AddressFault[] = [];
  if (streetNumber?.includes('/'))
    faults.push(
      fault('streetNumber', 'The street number holds "/": a Belgian box stands behind its word. Give it as the box.'),
    );
  for (const [field, text] of [
    ['street', street],
    ['town', town],
  ] as const)
    if (text?.includes('/'))
      faults.push(fault(field, `The ${field} holds "/": write a Belgian address in one language only.`));
  return faults;
}
