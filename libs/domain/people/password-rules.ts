/** Shortest password: what NIST SP 800-63B (revision 4, 3.1.1.2) asks of one that may stand alone. */
export const PASSWORD_CHARACTERS = 15;
/** Longer ones would only cost time. */
export const PASSWORD_MOST_CHARACTERS = 256;
/** With less than this beside what anybody can guess, the length is only seeming. */
const FEWEST_OF_ITS_OWN = 6;

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'of_the_person';

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
/** `abcabcabc` → `abc` */
const once = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

/**
 * What is wrong with a new password; undefined when nothing is. Nothing is asked of its kinds of characters (NIST SP 800-63B, 3.1.1.2): a long
 * sentence is good. It is refused when nothing is left of it without digits, signs, repetition and the person's own names, or only a word
 * that everybody takes.
 * @param common words that people take most often, small letters
 * @param own e-mail and names of the person and the organisation
 */
export function passwordFault(
  password: string,
  common: ReadonlySet<string>,
  own: readonly string[],
): PasswordFault | undefined {
  const { length } = [...password.normalize('NFKC')];
  if (length < PASSWORD_CHARACTERS) return 'too_short';
  if (length > PASSWORD_MOST_CHARACTERS) return 'too_long';
  const whole = lettersOf(password);
  if (common.has(whole) || isPoor(whole, common)) return 'too_common';
  const words = own
    .flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .map(lettersOf)
    .filter((word) => word.length >= 4);
  let rest = whole;
  for (const word of words.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest !== whole && isPoor(rest, common) ? 'of_the_person' : undefined;
}

function isPoor(text: string, common: ReadonlySet<string>): boolean {
  const core = once(text.replace(/\p{N}+/gu, ''));
  if (new Set(core).size < 4 || core.length < FEWEST_OF_ITS_OWN) return true;
  return common.has(core) || isOfCommonWords(core, common, 3);
}

/** Whether it is nothing but so many common words, one behind the other. */
function isOfCommonWords(text: string, common: ReadonlySet<string>, most: number): boolean {
  if (common.has(text)) return true;
  if (most === 1) return false;
  for (let cut = 4; cut <= text.length - 4; cut++)
    if (common.has(text.slice(0, cut)) && isOfCommonWords(text.slice(cut), common, most - 1)) return true;
  return false;
}
