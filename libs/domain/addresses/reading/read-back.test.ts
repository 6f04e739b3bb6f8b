import { addressFaults, addressLines } from '../../address.ts';
import { countriesByFields } from '../countries.ts';
import type { PostalAddress } from '../postal-address.ts';
import { parseAddressLines } from './parse-address-lines.ts';

/** The same numbers on every run: a linear congruential generator (Numerical Recipes). */
let state = 5;
const roll = (below: number) => {
  state = (state * 1664525 + 1013904223) % 2 ** 32;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = <T>(things: readonly T[]): T => things[roll(things.length)] as T;
const maybe = <T>(things: readonly T[]): T | undefined => (roll(2) === 0 ? undefined : pick(things));

const people = ['Madame Anne Keller', 'M. Jean-Luc d’Almeida', 'Herr Max Müller', 'Sr. Juan Pérez', 'Dr Zoé Œuvrard'];
const firms = ['Acme SARL', 'Mairie de Lyon', 'Keller GmbH', 'Rossi SpA', 'Smith & Sons Ltd', 'Banque du Rhône'];
const departments = ['Service comptabilité', 'Madame Inès Carpentier', 'Abteilung Einkauf'];
const flats = ['Apt 12', 'Étage 3', 'Chez Mme Dubois', 'Appartement 7'];
const britishFlats = ['Flat 2', 'Unit 5'];
const buildings = ['Résidence Les Tilleuls', 'Bât. C', 'Tour Ouest', 'Rose House'];
const numbers = ['1', '12', '7C', '128'];

/** What a country's own people write: street, what follows it, a post office box, postcode and town as they are printed. */
type Place = { streets: string[]; localities: string[]; towns: [postcode: string, town: string][] };
const behind = ['Hauptstraße', 'Rue du Vivier', 'Via Aldo Moro', 'Calle Mayor', 'Straße des 17. Juni'];
const places: Readonly<Record<string, Place>> = {
  FR: {
    streets: ['RUE DES LILAS', 'AVENUE DE LA REPUBLIQUE'],
    localities: ['BP 12', 'LE BOURG'],
    towns: [
      ['75011', 'PARIS'],
      ['97400', 'SAINT DENIS'],
    ],
  },
  MC: { streets: ['AVENUE DE L HERMITAGE'], localities: ['BP 12'], towns: [['98000', 'MONACO']] },
  BE: {
    streets: behind,
    localities: ['BP 12'],
    towns: [
      ['1050', 'IXELLES'],
      ['2018', 'ANTWERPEN'],
    ],
  },
  LU: {
    streets: ['route de Longwy', 'rue Haute'],
    localities: ['BP 12'],
    towns: [
      ['4750', 'PÉTANGE'],
      ['1111', 'LUXEMBOURG'],
    ],
  },
  DE: {
    streets: behind,
    localities: ['Postfach 12 34 56'],
    towns: [
      ['10117', 'BERLIN'],
      ['01067', 'DRESDEN'],
    ],
  },
  CH: {
    streets: behind,
    localities: ['Postfach 12', 'Case postale 3'],
    towns: [
      ['1204', 'GENÈVE'],
      ['3000', 'BERN 8'],
    ],
  },
  LI: { streets: behind, localities: ['Postfach 12'], towns: [['9490', 'VADUZ']] },
  IT: {
    streets: behind,
    localities: ['Casella postale 5'],
    towns: [
      ['56122', 'PISA'],
      ['00144', 'ROMA'],
    ],
  },
  ES: {
    streets: behind,
    localities: ['Apartado 12'],
    towns: [
      ['28820', 'COSLADA'],
      ['08001', 'BARCELONA'],
    ],
  },
  GB: {
    streets: ['High Street', 'Acacia Avenue'],
    localities: ['PO Box 12', 'Little Village'],
    towns: [['SW1A 1AA', 'LONDON']],
  },
  AT: { streets: behind, localities: ['Postfach 12'], towns: [['1010', 'WIEN']] },
  CZ: { streets: behind, localities: ['PO Box 12'], towns: [['110 00', 'PRAHA 1']] },
  DK: { streets: behind, localities: ['PO Box 12'], towns: [['1560', 'KØBENHAVN V']] },
  EE: { streets: behind, localities: ['PO Box 12'], towns: [['10111', 'TALLINN']] },
  FI: { streets: behind, localities: ['PO Box 12'], towns: [['00100', 'HELSINKI']] },
  GR: { streets: behind, localities: ['PO Box 12'], towns: [['104 31', 'ATHINA']] },
  HR: { streets: behind, localities: ['PO Box 12'], towns: [['10000', 'ZAGREB']] },
  IS: { streets: behind, localities: ['PO Box 12'], towns: [['101', 'REYKJAVÍK']] },
  NL: { streets: ['Damrak', 'Kerkstraat'], localities: ['Postbus 12'], towns: [['1012 JS', 'AMSTERDAM']] },
  NO: { streets: behind, localities: ['PO Box 12'], towns: [['0150', 'OSLO']] },
  PL: { streets: behind, localities: ['PO Box 12'], towns: [['00-950', 'WARSZAWA']] },
  PT: { streets: behind, localities: ['Apartado 12'], towns: [['1000-205', 'LISBOA']] },
  SE: { streets: behind, localities: ['PO Box 12'], towns: [['111 22', 'STOCKHOLM']] },
  SI: { streets: behind, localities: ['PO Box 12'], towns: [['1000', 'LJUBLJANA']] },
  SK: { streets: behind, localities: ['PO Box 12'], towns: [['811 01', 'BRATISLAVA']] },
};

function anyAddressIn(country: string): PostalAddress {
  const { streets, localities, towns } = places[country] as Place;
  const [postcode, town] = pick(towns);
  const organisation = roll(3) === 0;
  const onStreet = roll(5) > 0;
  const inSpain = country === 'ES';
  const who: Partial<PostalAddress> = organisation
    ? { organisation: pick(firms), name: maybe(departments), building: maybe(buildings) }
    : {
        name: pick(people),
        building: maybe(buildings),
        ...(!inSpain && { deliveryPoint: maybe(country === 'GB' ? britishFlats : flats) }),
      };
  const where: Partial<PostalAddress> = onStreet
    ? { street: pick(streets), streetNumber: pick(numbers), locality: maybe(localities) }
    : { locality: localities[0] };
  const own: Partial<PostalAddress> = {
    ...(country === 'BE' && onStreet && { box: maybe(['bte 5', 'bus B003']) }),
    ...(country === 'FR' && roll(4) === 0 && { cedex: pick(['CEDEX', 'CEDEX 08']) }),
    ...(country === 'IT' && { region: maybe(['PI', 'RM']) }),
    ...(inSpain && { region: maybe(['MADRID', 'BARCELONA']), ...(onStreet && { deliveryPoint: maybe(['3º B']) }) }),
  };
  const all = { kind: organisation ? 'organisation' : 'person', ...who, ...where, postcode, town, ...own, country };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as PostalAddress;
}

test('the places of this test are those of every country whose rules are known', () => {
  expect(Object.keys(places).sort()).toEqual([...countriesByFields].sort());
});

test.each(Object.keys(places))(
  'what is printed for %s is read back field by field, and nothing of it is unsure',
  (country) => {
    const addresses = Array.from({ length: 100 }, () => anyAddressIn(country)).filter(
      (address) => addressFaults(address).length === 0,
    );
    expect(addresses.length).toBeGreaterThan(50);
    for (const address of addresses) expect(parseAddressLines(addressLines(address))).toEqual({ address, unsure: [] });
  },
);

test('what is printed for a country of free lines is read back line by line', () => {
  for (const country of ['US', 'JP', 'BR', 'IE', 'MA'])
    for (const lines of [
      ['123 Main St', 'Springfield IL 62701'],
      ['PO Box 9'],
      ['1-2-3 Ginza', 'Chuo-ku', 'TOKYO 104-0061'],
    ]) {
      const address = { kind: 'person', name: pick(people), postcode: '', town: '', lines, country } as const;
      expect(parseAddressLines(addressLines(address))).toEqual({ address, unsure: [] });
    }
});
