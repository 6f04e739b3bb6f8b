/**
 * One check character over the text of a mark: ISO 7064 MOD 37-2 (the scheme of blood bags), the separator `/` counting 36.
 * It detects every single wrong character and every swap of two neighbours. It may be a digit, a capital or `*`.
 */
const checkCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

function valueOf(character: string): number {
  return character === '/' ? 36 : checkCharacters.indexOf(character);
}

/** The check character of `text` (digits, capitals and `/` only). */
export function checkCharacter(text: string): string {
  let sum = 0;
  for (const character of text) sum = ((sum + valueOf(character)) * 2) % 37;
  return checkCharacters.charAt((38 - sum) % 37);
}
