/** A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;

/** The mark by which spreadsheets know UTF-8; it stands before the first line. */
export const UTF8_MARK = '\ufeff';

/**
 * One line of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay as they are.
 * @param cells null is an empty cell
 */
export const csvLine = (cells: readonly (string | number | null)[], delimiter: string): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(cell ?? '', delimiter))).join(delimiter)}\r\n`;

function quoted(text: string, delimiter: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return harmless.includes(delimiter) || /["\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
