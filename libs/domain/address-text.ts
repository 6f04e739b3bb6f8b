/**
 * The letters an address line may hold, and how a field becomes a line. Two rules by NF Z 10-011, as La Poste tells it
 * (laposte.fr/sna: no punctuation from line 4 on, the last three lines in capitals): the first three lines (who,
 * and where inside the building) are free within our repertoire; the lines of street, locality and town are capitals, digits and
 * single spaces, without punctuation (and without accents, as sorting machines want capitals). Abroad these are spelled as their
 * country spells them, accents and joining signs kept (bpost: do not deviate from the official name), but without commas.
 */

/** What a line may hold: `free` who and where inside, `sorted` the French lower lines, `local` the lower lines abroad. */
export type LineRule = 'free' | 'sorted' | 'local';

/** Printed repertoire: Latin letters of Western and Central Europe, digits, usual punctuation. All are in Liberation Sans. */
const printable = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f\u0218-\u021b\u1e9e\u2013\u2018\u2019\u20ac]$/u;
const mailable = /^[A-Z0-9 ]$/;
const spelled = /^[A-Za-z0-9 '’./ªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0218-\u021b\u1e9e-]$/u;
/** Punctuation that the norm leaves out and that loses nothing by becoming a space: L'ÉGLISE → L EGLISE. */
const droppedPunctuation = /['’‘\-‐‑–,.]/gu;
const anySpace = /[\u0020\u00a0\u2007\u2009\u202f]+/gu;

/** A line of the upper three: composed letters, single spaces, otherwise as given. */
export function freeLine(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ').normalize('NFC').replace(anySpace, ' ').trim();
}

/** A line of the lower three: capitals without accents, punctuation dropped, single spaces. */
export function sortedLine(parts: readonly (string | undefined)[]): string {
  const capitals = freeLine(parts).toUpperCase().replaceAll('Œ', 'OE').replaceAll('Æ', 'AE').replaceAll('Ø', 'O');
  const bare = capitals
    .replace(droppedPunctuation, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
  return bare.replace(anySpace, ' ').trim();
}

/** A line of street or locality abroad: as given, the comma between street and number left out. */
export function localLine(parts: readonly (string | undefined)[]): string {
  return freeLine(parts).replaceAll(',', ' ').replace(anySpace, ' ').trim();
}

/** A line of the town abroad: its own letters, in capitals. */
export function capitalLine(parts: readonly (string | undefined)[]): string {
  return localLine(parts).toUpperCase();
}

/** The first character of a line that may not be printed there, with its place (from 1); undefined when all may. */
export function unprintableIn(line: string, rule: LineRule): { character: string; at: number } | undefined {
  const allowed = { free: printable, sorted: mailable, local: spelled }[rule];
  const characters = [...line];
  const at = characters.findIndex((character) => !allowed.test(character));
  return at < 0 ? undefined : { character: characters[at] ?? '', at: at + 1 };
}

/** How a person is told of a character: itself when it can be seen, and its Unicode number. */
export function nameOfCharacter(character: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /\p{C}|\p{Z}|\p{M}/u.test(character) ? number : `"${character}" (${number})`;
}
