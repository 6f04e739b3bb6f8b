/**
 * What a French postcode says: the department or collectivity it lies in, and the zone by which mail is sorted and priced.
 * Departments 01–95 (20 is Corsica), overseas departments 971–974 and 976, collectivities 975, 977, 978, 984 and 986–988.
 */
export type PostalArea = { code: string; name: string; zone: 'metropolitan' | 'overseas' };

const overseas: Readonly<Record<string, string>> = {
  '971': 'Guadeloupe',
  '972': 'Martinique',
  '973': 'Guyane',
  '974': 'La Réunion',
  '975': 'Saint-Pierre-et-Miquelon',
  '976': 'Mayotte',
  '977': 'Saint-Barthélemy',
  '978': 'Saint-Martin',
  '984': 'Terres australes et antarctiques françaises',
  '986': 'Wallis-et-Futuna',
  '987': 'Polynésie française',
  '988': 'Nouvelle-Calédonie',
};

/** The area of a five-digit postcode, or the reason why there is none. */
export function postalAreaOf(postcode: string): PostalArea | { reason: string } {
  if (!/^[0-9]{5}$/.test(postcode)) return { reason: 'a French postcode has exactly five digits' };
  const department = postcode.slice(0, 2);
  const overseasCode = postcode.slice(0, 3);
  if (department === '97' || department === '98') {
    const name = overseas[overseasCode];
    if (name) return { code: overseasCode, name, zone: 'overseas' };
    if (overseasCode === '980') return { reason: '980 is Monaco, a country of its own: country MC' };
    return { reason: `no overseas department or collectivity has the number ${overseasCode}` };
  }
  if (department === '00') return { reason: '00 is the postcode of the armed forces, to which Pli does not send yet' };
  if (Number(department) > 95) return { reason: `no department has the number ${department}` };
  return { code: department, name: `department ${department}`, zone: 'metropolitan' };
}
