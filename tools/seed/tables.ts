import type pg from 'pg';
import { copyIn } from './copy-in.ts';

export type SeedRow = Record<string, unknown>;

/** What refers to others comes behind them. */
const inOrder = ['orders', 'letters', 'lots', 'deposits', 'trays', 'pieces'];
const placeOf = (table: string): number => (inOrder.includes(table) ? inOrder.indexOf(table) : inOrder.length);

/** Rows of one table that name the same columns, each as a line of COPY. */
interface Group {
  table: string;
  columns: readonly string[];
  lines: string[];
}

/** Rows for several tables, gathered and then written by COPY. */
export class Tables {
  readonly #groups = new Map<string, Group>();
  #gathered = 0;

  /** @param arrays columns that are arrays of PostgreSQL, as `table.column`: any other list is JSON */
  private constructor(
    private readonly client: pg.Client,
    private readonly arrays: ReadonlySet<string>,
  ) {}

  static async open(client: pg.Client): Promise<Tables> {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
       where c.relnamespace = 'pli'::regnamespace and a.attnum > 0 and t.typcategory = 'A'`,
    );
    return new Tables(client, new Set(rows.map(({ name }) => name)));
  }

  add(table: string, row: SeedRow): void {
    const columns = Object.keys(row);
    const name = `${table} ${columns.join()}`;
    let group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, (group = { table, columns, lines: [] }));
    this.#gathered++;
    group.lines.push(columns.map((column) => this.#cell(table, column, row[column])).join('\t'));
  }

  /** Writes what was gathered, once it is `enough` rows. */
  async flush(enough = 0): Promise<void> {
    if (this.#gathered < enough) return;
    this.#gathered = 0;
    const groups = [...this.#groups.values()].sort((a, b) => placeOf(a.table) - placeOf(b.table));
    this.#groups.clear();
    for (const { table, columns, lines } of groups)
      await copyIn(
        this.client,
        `copy pli.${table} (${columns.join(', ')}) from stdin`,
        Buffer.from(`${lines.join('\n')}\n`),
      );
  }

  /** A value as the text format of COPY has it. */
  #cell(table: string, column: string, value: unknown): string {
    if (value === null || value === undefined) return '\\N';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (value instanceof Date) return value.toISOString();
    if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
    if (typeof value === 'string') return escaped(value);
    if (Array.isArray(value) && this.arrays.has(`${table}.${column}`))
      return escaped(`{${value.map((item) => JSON.stringify(item)).join(',')}}`);
    return escaped(JSON.stringify(value));
  }
}

const special = /[\\\t\n\r]/;
const written: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => written[character] ?? character) : text;
