/** Words of street names and what NF Z 10-011 (annexes of kinds of street and of titles) writes for them. */
const words: Readonly<Record<string, string>> = {
  ALLEE: 'ALL',
  AVENUE: 'AV',
  BOULEVARD: 'BD',
  CARREFOUR: 'CAR',
  CHAUSSEE: 'CHS',
  CHEMIN: 'CHE',
  COURS: 'CRS',
  DOMAINE: 'DOM',
  ESPLANADE: 'ESP',
  FAUBOURG: 'FG',
  HAMEAU: 'HAM',
  IMPASSE: 'IMP',
  LOTISSEMENT: 'LOT',
  MONTEE: 'MTE',
  PASSAGE: 'PAS',
  PLACE: 'PL',
  PROMENADE: 'PROM',
  QUARTIER: 'QUA',
  RESIDENCE: 'RES',
  'ROND POINT': 'RPT',
  ROUTE: 'RTE',
  SENTIER: 'SEN',
  SQUARE: 'SQ',
  TRAVERSE: 'TRA',
  VILLAGE: 'VLGE',
  ADJUDANT: 'ADJ',
  AMIRAL: 'AM',
  CAPITAINE: 'CNE',
  CARDINAL: 'CDL',
  COLONEL: 'COL',
  COMMANDANT: 'CDT',
  DOCTEUR: 'DR',
  GENERAL: 'GAL',
  INGENIEUR: 'ING',
  LIEUTENANT: 'LT',
  MARECHAL: 'MAL',
  PRESIDENT: 'PDT',
  PROFESSEUR: 'PR',
  SERGENT: 'SGT',
};

/**
 * A French street in bare capitals, shortened word by word from the left until it has at most `room` characters: its kind first, then
 * titles, as the norm does. Undefined when all of it together does not fit.
 */
export function abbreviatedStreet(street: string, room: number): string | undefined {
  let text = street;
  for (const [word, short] of Object.entries(words).sort(([a], [b]) => text.indexOf(a) - text.indexOf(b))) {
    if (text.length <= room) break;
    text = text.replace(new RegExp(`\\b${word}\\b`), short);
  }
  return text.length <= room ? text : undefined;
}
