import { readFileSync } from 'node:fs';
import type { Schemas } from '#client/client';
import { Ends, exitCodes } from './world.ts';

type Mapping = Schemas['ImportMapping'];
type Said = NonNullable<Schemas['NewImport']['mapping']>;
const options = ['colour', 'sides', 'envelope', 'service', 'acknowledgement', 'sendDate'];

/**
 * Which column says what: `--map mapping.json`, or `--map name="Nom" lines="Adresse 1+Adresse 2" reference=Client data.total=Montant`.
 * Left is Pli's word, right the heading or number of a column, several joined by `+`. The other columns are recognised by usual headings, as all
 * of them are when nothing is said; a file of JSON says all.
 * @throws Ends when it cannot be understood
 */
export function mappingOf(given: readonly string[] | undefined): Said {
  if (given === undefined || given.length === 0) return 'auto';
  const [first = ''] = given;
  if (given.length === 1 && !first.includes('=')) return JSON.parse(readFileSync(first, 'utf8')) as Mapping;
  const mapping: Record<string, unknown> = { others: 'auto' };
  for (const each of given) {
    const at = each.indexOf('=');
    if (at < 1 || at === each.length - 1)
      throw new Ends(
        exitCodes.usage,
        `--map ${each}: write Pli's word, =, and the heading of the column, as name="Nom".`,
      );
    put(
      mapping,
      each.slice(0, at),
      each
        .slice(at + 1)
        .split('+')
        .map(columnOf),
    );
  }
  return mapping as unknown as Said;
}

function put(mapping: Record<string, unknown>, word: string, columns: (string | number)[]): void {
  const one = columns.length === 1 ? columns[0] : columns;
  const into = (group: string, name: string) => {
    mapping[group] = { ...(mapping[group] as object | undefined), [name]: one };
  };
  if (word === 'lines') mapping.recipientLines = columns;
  else if (word === 'reference') mapping.clientReference = one;
  else if (word === 'document') mapping.documentId = columns[0];
  else if (word === 'pages') mapping.pages = columns[0];
  else if (word.startsWith('data.')) into('data', word.slice('data.'.length));
  else if (word.startsWith('sender.')) into('sender', word.slice('sender.'.length));
  else if (options.includes(word)) into('options', word);
  else into('recipient', word);
}

const columnOf = (text: string) => (/^[1-9]\d*$/.test(text) ? Number(text) : text);
