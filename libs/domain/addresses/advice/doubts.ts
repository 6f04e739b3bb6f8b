import { plainOf } from '../reading/line-kinds.ts';
import type { PostalAddress } from '../postal-address.ts';
import type { Doubt } from '../reading/read-who.ts';
import { textOf } from './suggestion.ts';

/** Departments of the largest towns, where a wrong one is surely a slip. */
const departments: Readonly<Record<string, string>> = {
  PARIS: '75',
  MARSEILLE: '13',
  LYON: '69',
  TOULOUSE: '31',
  NICE: '06',
  NANTES: '44',
  MONTPELLIER: '34',
  STRASBOURG: '67',
  BORDEAUX: '33',
  LILLE: '59',
  RENNES: '35',
  REIMS: '51',
  TOULON: '83',
  'LE HAVRE': '76',
  GRENOBLE: '38',
  DIJON: '21',
  ANGERS: '49',
  NIMES: '30',
  'CLERMONT FERRAND': '63',
  'LE MANS': '72',
  BREST: '29',
  TOURS: '37',
  AMIENS: '80',
  LIMOGES: '87',
  METZ: '57',
  BESANCON: '25',
  PERPIGNAN: '66',
  ORLEANS: '45',
  ROUEN: '76',
  MULHOUSE: '68',
  CAEN: '14',
  NANCY: '54',
  AVIGNON: '84',
  POITIERS: '86',
  'LA ROCHELLE': '17',
  PAU: '64',
  CALAIS: '62',
};

/** What may be wrong with an address that can be printed, and what cannot be known from it alone. Texts hold no content. */
export function addressDoubts(address: PostalAddress): Doubt[] {
  const doubts: Doubt[] = [];
  const doubt = (field: string, why: string) => void doubts.push({ field, why });
  const { country, postcode, town } = address;
  const street = textOf(address, 'street');
  if (street && !textOf(address, 'streetNumber') && !/\d/.test(street))
    doubt('streetNumber', 'The street has no number. Few streets are so short that the post needs none.');
  if (country === 'FR') {
    const department = departments[plainOf(town)];
    if (department !== undefined && /^\d{5}$/.test(postcode) && !postcode.startsWith(department))
      doubt('postcode', `A town of that name lies in department ${department}, and the postcode in another.`);
    else if (department !== undefined && hasDistricts(department, postcode) && !textOf(address, 'cedex'))
      doubt('cedex', 'No arrondissement has this postcode: it is one of CEDEX, which is not named.');
  }
  if (country === 'IT' && !textOf(address, 'region'))
    doubt('region', 'The two letters of the province are missing. Only its capital needs none.');
  return doubts;
}

/** Paris 75001–75020 and 75116, Lyon 69001–69009, Marseille 13001–13016: other postcodes of these towns are CEDEX. */
function hasDistricts(department: string, postcode: string): boolean {
  const last: Readonly<Record<string, number>> = { '75': 20, '69': 9, '13': 16 };
  const most = last[department];
  if (most === undefined || postcode === '75116') return false;
  const district = Number(postcode.slice(2));
  return district < 1 || district > most;
}
