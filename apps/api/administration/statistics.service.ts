import { Injectable } from '@nestjs/common';
import type { Statistics, StatisticsFileQuery, StatisticsQuery } from '#contracts/api/statistics';
import type { Sql } from '#database/scope';
import { sentLetterStates } from '#domain/life-cycles';
import type { Call } from '../http/caller.ts';
import { csvLine, UTF8_MARK } from '../http/csv-line.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { Conditions } from './conditions.ts';
import { costCentreKeyOf, costCentreOfKey, namedCostCentres } from './cost-centre-keys.ts';
import { formatOf, statisticsHeadings } from './spreadsheet.ts';

/** What letters are chosen by; the period may be open here. */
export type LetterChoice = { [Name in keyof StatisticsQuery]?: StatisticsQuery[Name] | undefined };

interface Counted {
  letters: number;
  sent: number;
  weight_mg: number;
  postage_cents: number;
}
interface Row extends Counted {
  month: string | null;
  service: string | null;
  state: string | null;
  content: 'template' | 'document' | null;
  envelope: string | null;
  cost_centre: string | null;
  grouped: number;
}

/** The grouping sets of the query by the bits of `grouping(…)`: a bit is 1 for what a row is not grouped by. */
const sets = {
  total: 0b111111,
  byMonth: 0b011111,
  byMonthAndService: 0b001111,
  byService: 0b101111,
  byState: 0b110111,
  byContent: 0b111011,
  byEnvelope: 0b111101,
  byCostCentre: 0b111110,
} as const;

const sums = `sum(letters) as letters, coalesce(sum(letters) filter (where state = any($1)), 0) as sent,
  coalesce(sum(weight_mg) filter (where state = any($1)), 0) as weight_mg, coalesce(sum(postage_cents) filter (where state = any($1)), 0) as postage_cents`;
const dimensions = 'month, service, state, content, envelope, cost_centre';

/** Letters counted by day of submission and kind. What was summed up and what has changed since are read as one: no letter is counted late. */
@Injectable()
export class StatisticsService {
  constructor(private readonly ledger: ScopedLedger) {}

  async statistics(call: Call, query: StatisticsQuery): Promise<Statistics> {
    return this.ledger.read(call, async (sql) => {
      const where = await conditionsOf(sql, call, query);
      const rows = await sql<Row>(
        `select ${dimensions}, grouping(${dimensions}) as grouped, ${sums} from (${counted(where)}) c
         group by grouping sets ((), (month), (month, service), (service), (state), (content), (envelope), (cost_centre)) having sum(letters) > 0`,
        where.values,
      );
      const labels = new Map((await namedCostCentres(sql, call)).map(({ costCentre, label }) => [costCentre, label]));
      const of = (set: keyof typeof sets) => rows.filter(({ grouped }) => grouped === sets[set]);
      const most = (set: keyof typeof sets) => of(set).sort((a, b) => b.letters - a.letters);
      const months = new Map(of('byMonth').map((row) => [row.month, row]));
      return {
        from: query.from,
        to: query.to,
        total: countedOf(of('total')[0]),
        byMonth: monthsBetween(query.from, query.to).map((month) => ({ month, ...countedOf(months.get(month)) })),
        byMonthAndService: of('byMonthAndService').map((row) => ({
          month: row.month ?? '',
          service: row.service ?? '',
          ...countedOf(row),
        })),
        byService: most('byService').map((row) => ({ service: row.service ?? '', ...countedOf(row) })),
        byState: most('byState').map((row) => ({ state: row.state ?? '', ...countedOf(row) })),
        byContent: most('byContent').map((row) => ({ content: row.content ?? 'document', ...countedOf(row) })),
        byEnvelope: most('byEnvelope').map((row) => ({ envelope: row.envelope || null, ...countedOf(row) })),
        byCostCentre: most('byCostCentre').map((row) => ({
          key: costCentreKeyOf(call, row.cost_centre ?? ''),
          costCentre: row.cost_centre || null,
          label: labels.get(row.cost_centre ?? '') ?? null,
          ...countedOf(row),
        })),
      };
    });
  }

  /** How many letters there are of that choice: the length of its list in the history. */
  async count(sql: Sql, call: Call, choice: LetterChoice): Promise<number> {
    const where = await conditionsOf(sql, call, choice);
    const [row] = await sql<{ letters: number }>(
      `select coalesce(sum(letters), 0) as letters from (${counted(where)}) c where $1::text[] is not null`,
      where.values,
    );
    return Number(row?.letters ?? 0);
  }

  /** The same counts for spreadsheets: a line for each combination there is. */
  async file(call: Call, { language, ...query }: StatisticsFileQuery): Promise<string> {
    const { delimiter, decimal } = formatOf[language];
    const rows = await this.ledger.read(call, async (sql) => {
      const where = await conditionsOf(sql, call, query);
      return sql<Row>(
        `select ${dimensions}, ${sums} from (${counted(where)}) c group by ${dimensions} having sum(letters) > 0 order by ${dimensions}`,
        where.values,
      );
    });
    const lines = rows.map((row) =>
      csvLine(
        [
          row.month,
          row.service,
          row.state,
          row.content,
          row.envelope,
          row.cost_centre,
          Number(row.letters),
          Number(row.sent),
          decimal(row.weight_mg / 1000, 2),
          decimal(row.postage_cents / 100, 2),
        ],
        delimiter,
      ),
    );
    return [UTF8_MARK + csvLine(statisticsHeadings[language], delimiter), ...lines].join('');
  }
}

/** Rows of both tables, each with its month. */
const counted = ({ text }: Conditions) => {
  const rows = (table: string) =>
    `select to_char(day, 'YYYY-MM') as month, service, state, content, envelope, cost_centre, letters, weight_mg, postage_cents from pli.${table} where ${text}`;
  return `${rows('statistics')} union all ${rows('statistics_changes')}`;
};

/** The first parameter is always the states of sent letters. */
async function conditionsOf(sql: Sql, call: Call, choice: LetterChoice): Promise<Conditions> {
  const { from, to, service, state, sent, content, envelope, costCentre } = choice;
  const where = new Conditions([sentLetterStates]);
  where.add((p) => `day >= ${p}::date`, from).add((p) => `day <= ${p}::date`, to);
  where.add((p) => `service = ${p}`, service).add((p) => `state = ${p}`, state);
  where.add((p) => `(state = any($1)) = ${p}::boolean`, sent).add((p) => `content = ${p}`, content);
  where.add((p) => `envelope = ${p}`, envelope === 'none' ? '' : envelope);
  return where.add((p) => `cost_centre = ${p}`, await costCentreOfKey(sql, call, costCentre));
}

const countedOf = (row: Counted | undefined) => ({
  letters: Number(row?.letters ?? 0),
  sent: Number(row?.sent ?? 0),
  weightMg: Number(row?.weight_mg ?? 0),
  postageCents: Number(row?.postage_cents ?? 0),
});

/** `2027-03` and on, from the month of one day to that of another. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  const last = to.slice(0, 7);
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; months.length < 1200; month++) {
    if (month > 12) [year, month] = [year + 1, 1];
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (text > last) break;
    months.push(text);
  }
  return months;
}
