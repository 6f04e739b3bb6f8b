import type { Problem } from '#client/errors';

/** How to mend it at the command line, where the API speaks of fields and routes. */
const mends: Readonly<Record<string, string>> = {
  document_font_not_embedded: 'Export it with all fonts embedded (PDF/A does), or say --repair and look at the result.',
  page_not_a4: 'Export the pages as A4, or say --repair and look at the result.',
  import_columns_unknown:
    'Say which column is what, by its heading or its number: --map name=2 town="Ville" (pli send --help).',
  import_column_unknown: 'Write the heading as it stands in the first row, or give the number of the column.',
  import_number_twice: 'Leave one out, or say by --map which column holds the number of the house alone.',
  import_rows_left_out: 'Mend the rows and run the command again; or send the others with --leave-out.',
  import_too_many_errors: 'Read what is said of the rows, and say by --map which column is what.',
  site_ambiguous: 'Your account may send from several print rooms: ask your provider which one is meant for you.',
  warning_not_accepted: 'Mend the letter; or accept it as it is: --accept and the code of the warning.',
  sender_missing: 'Say who sends: --sender "Les Moulins, 4 rue du Port, 44000 Nantes".',
  envelope_too_small: 'Print on both sides (--sides duplex), or make the letter shorter.',
  key_missing: 'Give a key: pli connect keeps it; or set PLI_KEY.',
  key_unknown: 'Ask for a new key, and give it to pli connect; or set PLI_KEY.',
};

/** The mend of a code in a person's words; undefined when the API's own will do. */
export const mendInWords = (code: string): string | undefined => mends[code];

/** Words of the command line for what the API's pointers name; whatever is not here is named by its own last word. */
const places: Readonly<Record<string, string>> = {
  recipient: "recipient's address",
  sender: "sender's address",
  recipientLines: 'lines of the address',
  data: 'data of the template',
  options: 'options',
  attachments: 'attachment',
  backgroundPage: 'letterhead',
  clientReference: 'reference (--reference)',
  costCentre: 'cost centre (--cost-centre)',
  sendDate: 'day (--send-date)',
  acknowledgement: 'acknowledgement (--acknowledgement)',
  service: 'service (--service)',
  sides: 'sides (--sides)',
  pages: 'pages (--pages)',
  accept: '--accept',
  mapping: 'columns (--map)',
  streetNumber: 'number in the street',
  deliveryPoint: 'flat or floor',
};
/** Wrappings that say nothing to a person: a command sends one letter. */
const wrappings = new Set(['letters', 'letter', 'content', 'lines']);

/**
 * Where something is wrong, in a person's words: `/letters/0/recipient/streetNumber` is the recipient's address, number in the street; of several letters
 * their number is said.
 */
export function placeInWords({ pointer, parameter, page }: NonNullable<Problem['errors']>[number]): string {
  const words = (pointer ?? (parameter === undefined ? '' : `/${parameter}`))
    .split('/')
    .slice(1)
    .filter((part) => !wrappings.has(part) && part !== '0')
    .map((part) => (/^\d+$/.test(part) ? `number ${Number(part) + 1}` : (places[part] ?? part)));
  return [...words, ...(page === undefined || page === null ? [] : [`page ${page}`])].join(', ');
}
