import type { Sql } from '#database/scope';
import { csvLine, UTF8_MARK } from '../../http/csv-line.ts';
import { problemPages } from '../../problems/table.ts';

const ROWS_A_READ = 1000;

interface ErrorRow {
  row: number;
  item: number;
  column_name: string | null;
  code: string;
  detail: string;
  value: string | null;
}

/**
 * The rows left out of an import as CSV in UTF-8, page by page: row number as in a spreadsheet, column, what the cell held, code, what
 * is wrong and how to mend it.
 * @param delimiter the one of the customer's own file, which its programs are known to open
 */
export async function* errorFile(
  read: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>,
  importId: string,
  delimiter: string,
): AsyncGenerator<string> {
  const line = (cells: readonly (string | number)[]) => csvLine(cells, delimiter);
  yield UTF8_MARK + line(['row', 'column', 'value', 'code', 'what', 'mend']);
  for (let after: [number, number] = [0, 0]; ;) {
    const rows = await read((sql) =>
      sql<ErrorRow>(
        `select row, item, column_name, code, detail, value from pli.import_errors
         where import_id = $1 and (row, item) > ($2, $3) order by row, item limit ${ROWS_A_READ}`,
        [importId, ...after],
      ),
    );
    if (rows.length > 0)
      yield rows
        .map(({ row, column_name, value, code, detail }) =>
          line([row, column_name ?? '', value ?? '', code, detail, problemPages.get(code)?.mend ?? '']),
        )
        .join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_READ) return;
    after = [last.row, last.item];
  }
}
