/** La Poste's own numbers: its many thousand establishments outgrew the usual rule. */
const LA_POSTE_SIREN = '356000000';

const digitsOf = (text: string): number[] => [...text].map(Number);

/** Luhn's sum (ISO/IEC 7812-1, annex B): every second digit from the right is doubled. */
function luhnSum(text: string): number {
  return digitsOf(text)
    .reverse()
    .map((digit, i) => (i % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2))
    .reduce((sum, digit) => sum + digit, 0);
}

/** A SIRET without the blanks that people write in it; undefined when it is not 14 digits. */
export function readSiret(text: string): string | undefined {
  const digits = text.replace(/[\s.\u00a0\u202f-]/g, '');
  return /^\d{14}$/.test(digits) ? digits : undefined;
}

/**
 * Whether 14 digits can be the SIRET of an establishment: SIREN (9) and number (5), both held by Luhn's rule (INSEE, "numéro SIRET"). Those of La
 * Poste, SIREN 356 000 000, keep to it or have a plain sum of digits that is a multiple of 5.
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || luhnSum(digits.slice(0, 9)) % 10 !== 0) return false;
  if (luhnSum(digits) % 10 === 0) return true;
  return digits.startsWith(LA_POSTE_SIREN) && digitsOf(digits).reduce((sum, digit) => sum + digit, 0) % 5 === 0;
}
