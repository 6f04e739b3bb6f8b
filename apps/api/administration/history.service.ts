import { Injectable } from '@nestjs/common';
import type {
  HistoryChoices,
  LetterHistoryFileQuery,
  LetterHistoryQuery,
  LetterHistoryRow,
  OrderHistoryFileQuery,
  OrderHistoryQuery,
  OrderHistoryRow,
} from '#contracts/api/history';
import { pageFrom } from '#contracts/api/shapes';
import type { Call } from '../http/caller.ts';
import { csvLine, UTF8_MARK } from '../http/csv-line.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { namesOfColleagues } from '../people/colleagues.ts';
import { namedCostCentres } from './cost-centre-keys.ts';
import { letterCells, lettersBefore, type LetterListChoice } from './letter-history.ts';
import { orderCells, ordersBefore, type OrderListChoice } from './order-history.ts';
import { letterHeadings, orderHeadings, formatOf } from './spreadsheet.ts';
import { StatisticsService } from './statistics.service.ts';

const ROWS_A_READ = 1000;

/** Everything that an account has submitted, newest first. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly statistics: StatisticsService,
  ) {}

  letters(
    call: Call,
    { limit, before, ...choice }: LetterHistoryQuery,
  ): Promise<{ rows: LetterHistoryRow[]; next: string | null; total: number | null }> {
    const { orderId, personId, ...countable } = choice;
    const { person, scopes } = call.caller;
    // What is summed up is of everybody.
    const isOfAll =
      orderId === undefined && personId === undefined && (person === undefined || scopes.includes('orders:all'));
    return this.ledger.read(call, async (sql) => ({
      ...pageFrom(await lettersBefore(sql, call, choice, before, limit + 1), limit),
      total: isOfAll ? await this.statistics.count(sql, call, countable) : null,
    }));
  }

  orders(
    call: Call,
    { limit, before, ...choice }: OrderHistoryQuery,
  ): Promise<{ rows: OrderHistoryRow[]; next: string | null }> {
    return this.ledger.read(call, async (sql) =>
      pageFrom(await ordersBefore(sql, call, choice, before, limit + 1), limit),
    );
  }

  /** All letters of a choice as lines of CSV, read as they are sent. A choice that cannot be read is refused before the first line. */
  async letterFile(call: Call, { language, ...choice }: LetterHistoryFileQuery): Promise<AsyncIterable<string>> {
    const read = (before: string | undefined) => this.lettersFrom(call, choice, before);
    return linesOf(await read(undefined), read, letterHeadings[language], language, letterCells);
  }

  async orderFile(call: Call, { language, ...choice }: OrderHistoryFileQuery): Promise<AsyncIterable<string>> {
    const read = (before: string | undefined) => this.ordersFrom(call, choice, before);
    return linesOf(await read(undefined), read, orderHeadings[language], language, orderCells);
  }

  async choices(call: Call): Promise<HistoryChoices> {
    return this.ledger.read(call, async (sql) => {
      const [first] = await sql<{ day: string | null }>(
        `select least((select min(day) from pli.statistics), (select min(day) from pli.statistics_changes)) as day`,
      );
      const persons = await sql<{ id: string }>(
        `select distinct person_id as id from pli.orders where person_id is not null and submitted_at is not null order by 1 limit 1000`,
      );
      const names = await namesOfColleagues(
        sql,
        persons.map(({ id }) => id),
      );
      return {
        persons: persons.map(({ id }) => ({ id, name: names.get(id) ?? null })),
        firstDay: first?.day ?? null,
        costCentres: await namedCostCentres(sql, call),
      };
    });
  }

  private lettersFrom(call: Call, choice: LetterListChoice, before: string | undefined): Promise<LetterHistoryRow[]> {
    return this.ledger.read(call, (sql) => lettersBefore(sql, call, choice, before, ROWS_A_READ));
  }

  private ordersFrom(call: Call, choice: OrderListChoice, before: string | undefined): Promise<OrderHistoryRow[]> {
    return this.ledger.read(call, (sql) => ordersBefore(sql, call, choice, before, ROWS_A_READ));
  }
}

async function* linesOf<Row extends { id: string }>(
  first: Row[],
  read: (before: string | undefined) => Promise<Row[]>,
  headings: readonly string[],
  language: keyof typeof formatOf,
  cellsOf: (row: Row, decimal: (value: number, digits: number) => string) => (string | number | null)[],
): AsyncGenerator<string> {
  const { delimiter, decimal } = formatOf[language];
  yield UTF8_MARK + csvLine(headings, delimiter);
  for (let rows = first; rows.length > 0; rows = await read(rows.at(-1)?.id)) {
    yield rows.map((row) => csvLine(cellsOf(row, decimal), delimiter)).join('');
    if (rows.length < ROWS_A_READ) return;
  }
}
