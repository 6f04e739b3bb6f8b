/** A number at the begin of a street, with what belongs to it: `12`, `12 bis`, `12B`, `12-14`. */
const numberFirst = /^\d{1,5}(?:\s*[-/]\s*\d{1,5})?\s*(?:bis|ter|quater|[a-z])?(?=[\s,;]|$)/i;
/** A street may be called by its place among others: `1ère Avenue`, `5e Rue`, `17. Juni`. */
const ordinal = /^\d+(?:er|re|ère|ere|e|è|ème|eme|d|de|nd|nde|st|rd|th|\.)(?=[\s,]|$)/i;

/**
 * Whether an address says its number twice: by itself, and at the begin of its street. Then one of them is no number in the street
 * (a row's, a customer's), or a column is taken for what it is not; a letter would go to another house.
 */
export function saysNumberTwice(address: unknown): boolean {
  const { streetNumber, street } = (address ?? {}) as { streetNumber?: unknown; street?: unknown };
  if (typeof streetNumber !== 'string' || streetNumber.trim() === '' || typeof street !== 'string') return false;
  return numberFirst.test(street.trim()) && !ordinal.test(street.trim());
}
