import { newLetter, type NewLetter } from '#contracts/api/letters';
import type { SameForAll } from '#contracts/api/imports';
import type { RowReader } from '#domain/import-rows';
import { saysNumberTwice } from '#domain/import-street-number';
import { MailError } from '#domain/mail-error';
import { refuseHostileJson } from '../../http/hostile-json.ts';
import { faultOf, pointerOf } from '../../http/validation.pipe.ts';
import type { CellText } from './file-text.ts';

/** One thing to mend in a row. `value` is what the cell held, and content. */
export interface RowError {
  row: number;
  column: string | null;
  code: string;
  detail: string;
  value: string | null;
}

/** A row as a letter that may be taken, with where its fields came from. */
export interface JudgedRow {
  row: number;
  letter: NewLetter;
  errorAt(path: readonly string[], fault: { code: string; detail: string }): RowError;
}
export type Judgement = JudgedRow | { row: number; errors: RowError[] };

/** Items told of one row; more would only repeat. */
const MOST_ERRORS_A_ROW = 10;
const MOST_VALUE = 200;

/** Judges rows one by one, by the same rules as letters given one by one. */
export interface RowJudge {
  judge(cells: readonly string[], row: number): Judgement;
}

/** Rows of CSV: each column is what the mapping says. */
export function csvJudge(text: CellText, reader: RowReader, columns: number): RowJudge {
  return {
    judge(raw, row) {
      let cells: string[];
      try {
        cells = raw.map((cell) => text.decode(cell));
      } catch (error) {
        return { row, errors: [told(row, error)] };
      }
      if (cells.length !== columns)
        return {
          row,
          errors: [
            {
              row,
              column: null,
              code: 'import_row_shape',
              detail: `This row has ${cells.length} cells, the row of headings ${columns}. A cell that holds the delimiter or a line end stands between quotes.`,
              value: null,
            },
          ],
        };
      const valueIn = (at: readonly number[]) =>
        at
          .map((i) => cells[i] ?? '')
          .join(' ')
          .slice(0, MOST_VALUE);
      const { letter, faults } = reader.read(cells);
      const errorAt: JudgedRow['errorAt'] = (path, { code, detail }) => {
        const column = reader.columnOf(path);
        return { row, column: column?.name ?? null, code, detail, value: column ? valueIn(column.cells) : null };
      };
      const unread = faults.map(({ code, text: detail, column, cells: at }) => ({
        ...{ row, column, code, detail },
        value: valueIn(at),
      }));
      try {
        refuseHostileJson(letter);
      } catch (error) {
        return { row, errors: [told(row, error)] };
      }
      return judged(letter, row, unread, errorAt);
    },
  };
}

/** Lines of JSON: each is a letter, what it leaves out stands in `same`. */
export function jsonJudge(text: CellText, same: SameForAll): RowJudge {
  return {
    judge([line = ''], row) {
      const errorAt: JudgedRow['errorAt'] = (path, { code, detail }) => ({
        row,
        column: pointerOf(path),
        code,
        detail,
        value: null,
      });
      try {
        return judged(lineOf(text.decode(line), same), row, [], errorAt);
      } catch (error) {
        return { row, errors: [told(row, error)] };
      }
    },
  };
}

function lineOf(text: string, same: SameForAll): Record<string, unknown> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    // The parser's message quotes the line, which may hold an address: it stays inside.
    throw new MailError('json_unreadable', 'This line is not JSON. Write one letter a line.', 'never', error);
  }
  refuseHostileJson(given);
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new MailError('json_unreadable', 'This line is not a JSON object.');
  const own = given as Record<string, unknown>;
  return { ...same, ...own, ...optionsOf(same.options, own.options), ...contentOf(same.content, own.content) };
}

/** A line's options stand over those of all one by one, as a row's columns do. */
const optionsOf = (same: SameForAll['options'], own: unknown): object =>
  typeof own !== 'object' || own === null || Array.isArray(own) ? {} : { options: { ...same, ...own } };

/** A line's content says what differs; its data stand over those of all. */
function contentOf(same: SameForAll['content'], own: unknown): object {
  if (typeof own !== 'object' || own === null || same === undefined) return {};
  const { kind = same.kind, data } = own as { kind?: unknown; data?: unknown };
  if (kind !== same.kind) return {};
  const both = typeof data === 'object' && same.kind === 'template' ? { data: { ...same.data, ...data } } : {};
  return { content: { ...same, ...own, ...both } };
}

const numberTwice = {
  code: 'import_number_twice',
  detail:
    'The street begins with a number, and the number in the street is given beside it: which one is the house? Leave one of them out.',
};

function judged(
  letter: Record<string, unknown>,
  row: number,
  unread: RowError[],
  errorAt: JudgedRow['errorAt'],
): Judgement {
  const read = newLetter.safeParse(letter);
  const twice = saysNumberTwice(letter.recipient) ? [errorAt(['recipient', 'street'], numberTwice)] : [];
  if (read.success && unread.length === 0 && twice.length === 0) return { row, letter: read.data, errorAt };
  const seen = new Set(unread.map(({ column }) => column));
  const errors = (read.error?.issues ?? [])
    .map((issue) => {
      const { path, ...fault } = faultOf(issue, letter);
      return errorAt(path, fault);
    })
    // A cell that could not be read is missing in the letter: once is enough.
    .filter(({ column }) => column === null || !seen.has(column));
  return { row, errors: [...unread, ...twice, ...errors].slice(0, MOST_ERRORS_A_ROW) };
}

function told(row: number, error: unknown): RowError {
  if (!(error instanceof MailError)) throw error;
  return { row, column: null, code: error.code, detail: error.message, value: null };
}
