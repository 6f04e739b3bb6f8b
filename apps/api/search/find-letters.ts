import type { FoundLetter } from '#contracts/api/search';
import type { Sql } from '#database/scope';
import { readMark } from '#domain/marks';
import type { SearchText } from '#domain/search-text';
import { letterColumns, letterRowOf, type LetterListRow } from '../account/letter-list.ts';

type Row = LetterListRow & { recipient_name: string | null; client_reference: string | null };
type By = FoundLetter['by'];

/** Of a name's rarest word so many letters are looked at, the newest first: a search answers in time, however common the name. */
const LOOKED_AT = 5000;

/** The letters of an account that a text may mean, each once, the surest first; one more than `limit` when there are more. */
export async function findLetters(sql: Sql, search: SearchText, limit: number): Promise<FoundLetter[]> {
  const found = new Map<string, FoundLetter>();
  const add = (rows: Row[], by: By) => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, viewOf(row, by));
  };
  if (search.id?.startsWith('let_')) add(await letters(sql, 'l.id = $1', [search.id], limit), 'id');
  if (search.windowCodes.length > 0 || search.number !== undefined)
    add(
      await letters(
        sql,
        'l.id = any(array(select letter_id from pli.letters_of_codes($1, $2)))',
        [search.windowCodes, search.number ?? null],
        limit,
      ),
      search.windowCodes.length > 0 ? 'code' : 'number',
    );
  if (search.number !== undefined)
    add(await letters(sql, 'l.registered_number = $1', [search.number], limit), 'number');
  const mark = readMark(search.text.toUpperCase());
  if (mark?.kind === 'deposit')
    add(
      await letters(
        sql,
        'l.site_id = (select id from pli.sites where code = $1) and l.deposit_number = $2',
        [mark.site, mark.deposit],
        limit,
      ),
      'deposit',
    );
  add(
    await letters(
      sql,
      'l.account_id = pli.scope_account() and l.mode = pli.scope_mode() and l.client_reference = $1',
      [search.text],
      limit,
    ),
    'reference',
  );
  if (found.size === 0 && mark === undefined) add(await named(sql, search.text, limit), 'name');
  return [...found.values()];
}

function letters(sql: Sql, condition: string, values: unknown[], limit: number): Promise<Row[]> {
  return sql<Row>(
    `select ${letterColumns('l')}, pli.name_in(l.recipient) as recipient_name, l.client_reference
     from pli.letters l where ${condition} and l.state <> 'deleted' order by l.id desc limit $${values.length + 1}`,
    [...values, limit + 1],
  );
}

/** Letters whose recipient has all words of a name; the last word may be cut short. */
async function named(sql: Sql, text: string, limit: number): Promise<Row[]> {
  const [lastTyped = ''] = /[\p{L}\p{N}\p{M}]+[^\p{L}\p{N}\p{M}]*$/u.exec(text) ?? [];
  const words = await sql<{ word: string; last: boolean }>(
    'select word, word in (select pli.words_of($2)) as last from pli.words_of($1) word',
    [text, lastTyped],
  );
  const last = words.find((word) => word.last)?.word;
  const whole = words.flatMap(({ word }) => (word === last ? [] : [word]));
  if (words.length === 0) return [];
  const counted = await Promise.all(whole.map(async (word) => ({ word, count: await countOf(sql, word) })));
  const [rarest] = counted.sort((a, b) => a.count - b.count);
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const mine = 'account_id = pli.scope_account() and mode = pli.scope_mode()';
  const from = rarest
    ? `select letter_id from pli.letter_names where ${mine} and word = ${value(rarest.word)} order by letter_id desc limit ${LOOKED_AT}`
    : `(select letter_id from pli.letter_names where ${mine} and word = ${value(last)} order by letter_id desc limit ${LOOKED_AT})
       union (select letter_id from pli.letter_names where ${mine} and ${beginsWith(last ?? '', value)} limit ${LOOKED_AT})`;
  const also = whole
    .filter((word) => word !== rarest?.word)
    .map(
      (word) =>
        `and exists (select from pli.letter_names n where n.${mine.replace('and ', 'and n.')} and n.word = ${value(word)} and n.letter_id = c.letter_id)`,
    );
  if (rarest && last !== undefined)
    also.push(
      `and exists (select from pli.letter_names n where n.letter_id = c.letter_id and ${beginsWith(last, value, 'n.')})`,
    );
  return sql<Row>(
    `select ${letterColumns('l')}, pli.name_in(l.recipient) as recipient_name, l.client_reference
     from (${from}) c join pli.letters l on l.id = c.letter_id where l.state <> 'deleted' ${also.join(' ')}
     order by l.id desc limit ${value(limit + 1)}`,
    values,
  );
}

/** A range, which an index reads under row-level security; a pattern would not be. */
const beginsWith = (start: string, value: (given: unknown) => string, of = '') =>
  `${of}word >= ${value(start)} and ${of}word < ${value(`${start}\u{10ffff}`)}`;

async function countOf(sql: Sql, word: string): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from (select from pli.letter_names
       where account_id = pli.scope_account() and mode = pli.scope_mode() and word = $1 limit ${LOOKED_AT}) n`,
    [word],
  );
  return row?.count ?? 0;
}

const viewOf = (row: Row, by: By): FoundLetter => ({
  ...letterRowOf(row),
  recipientName: row.recipient_name || null,
  clientReference: row.client_reference,
  by,
});
