import pg from 'pg';
import type { Demonstration } from '../demonstration/demonstration.ts';
import type { PliApi } from '../demonstration/api-client.ts';
import { startInstance } from '../launcher/instance.ts';
import { seedInstance } from '../seed/seeded-instance.ts';
import type { Bench, Figure } from './measure.ts';

const LETTERS = Number(process.env.BENCH_LETTERS ?? 1_000_000);
/** Searches of each kind, and looks at the board. */
const SEARCHES = 120;
const LOOKS = 60;

/** One question that a person asks a screen. */
interface Asked {
  readonly name: string;
  readonly budgetMs?: number;
  readonly ask: readonly (() => Promise<unknown>)[];
}

/**
 * The screens that everybody waits for, with a year of letters behind them: the search box by every number there is, and the board. The letters
 * are seeded once into an instance that is kept (`npm run seed` makes the same), and asked for at random: most answers are in no cache.
 */
export const million: Bench = async (say) => {
  const instance = await startInstance({ name: 'seeded', parts: ['postgres', 'valkey', 'simulator', 'api'] });
  try {
    const began = performance.now();
    const demonstration = await seedInstance(instance, { letters: LETTERS, say });
    const seeded = (performance.now() - began) / 1000;
    const { letters, asked } = await questions(instance.environment.ADMIN_DATABASE_URL ?? '', demonstration);
    if (letters < LETTERS)
      throw new Error(`Only ${letters} letters are seeded: delete .local/instances/seeded and run this again.`);
    const figures: Figure[] = demonstration.isNew
      ? [{ name: `seeding ${letters} letters`, value: seeded, unit: 's', samples: letters }]
      : [];
    for (const one of asked) {
      say(`million: ${one.name}`);
      figures.push(await measured(one));
    }
    return figures;
  } finally {
    await instance.stop({ keep: true });
  }
};

async function measured({ name, budgetMs, ask }: Asked): Promise<Figure> {
  const taken: number[] = [];
  for (const one of ask) {
    const start = performance.now();
    await one();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const value = taken[Math.ceil(0.95 * taken.length) - 1] ?? 0;
  return {
    name: `${name}: p95`,
    value,
    unit: 'ms',
    ...(budgetMs !== undefined && { budget: `< ${budgetMs}`, holds: value < budgetMs }),
    samples: taken.length,
    spread: [taken[0] ?? 0, taken.at(-1) ?? 0],
  };
}

interface Sample {
  id: string;
  account_id: string;
  window_code: string;
  registered_number: string | null;
  client_reference: string | null;
  recipient_name: string | null;
}

/** What is asked, about letters drawn at random. */
async function questions(
  adminUrl: string,
  { customers, operator }: Demonstration,
): Promise<{ letters: number; asked: Asked[] }> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: counted } = await client.query<{ count: string }>('select count(*) from pli.letters');
    const byAccount = await customersById(customers);
    const drawn = async (condition: string) => {
      const { rows } = await client.query<Sample>(
        `select l.id, l.account_id, l.registered_number, l.client_reference, pli.name_in(l.recipient) as recipient_name, p.window_code
         from pli.letters l tablesample bernoulli (5) join pli.pieces p on p.letter_id = l.id and p.copy = l.current_copy
         where ${condition} and l.account_id = any($1) order by random() limit $2`,
        [[...byAccount.keys()], SEARCHES],
      );
      if (rows.length < SEARCHES / 2) throw new Error(`Only ${rows.length} letters are found where ${condition}.`);
      return rows;
    };
    const any = await drawn('true');
    const registered = await drawn('l.registered_number is not null');
    const kept = await drawn('l.client_reference is not null');
    const byCustomer = (rows: Sample[], text: (letter: Sample) => string | null) =>
      rows.map((letter) => () => finds(byAccount.get(letter.account_id)!, '/v1/search', text(letter), letter.id));
    const bySite = (rows: Sample[], text: (letter: Sample) => string | null) =>
      rows.map((letter) => () => finds(operator, '/v1/site/search', text(letter), letter.id));
    return {
      letters: Number(counted[0]?.count),
      asked: [
        { name: 'customer searches by id', budgetMs: 300, ask: byCustomer(any, ({ id }) => id) },
        {
          name: 'customer searches by the code in the window',
          budgetMs: 300,
          ask: byCustomer(any, (letter) => letter.window_code),
        },
        {
          name: 'customer searches by registered number',
          budgetMs: 300,
          ask: byCustomer(registered, (letter) => letter.registered_number),
        },
        {
          name: 'customer searches by own reference',
          budgetMs: 300,
          ask: byCustomer(kept, (letter) => letter.client_reference),
        },
        { name: 'customer searches by name', ask: byNames(byAccount, kept) },
        {
          name: 'print room searches by the code in the window',
          budgetMs: 300,
          ask: bySite(any, (letter) => letter.window_code),
        },
        {
          name: 'print room searches by registered number',
          budgetMs: 300,
          ask: bySite(registered, (letter) => letter.registered_number),
        },
        { name: 'board', budgetMs: 500, ask: Array(LOOKS).fill(() => operator.json('GET', '/v1/site/board')) },
        {
          name: 'what calls for a person',
          budgetMs: 500,
          ask: Array(LOOKS).fill(() => operator.json('GET', '/v1/site/attention')),
        },
      ],
    };
  } finally {
    await client.end();
  }
}

async function customersById(customers: Demonstration['customers']): Promise<Map<string, PliApi>> {
  const named = new Map<string, PliApi>();
  for (const api of Object.values(customers)) named.set((await api.json<{ id: string }>('GET', '/v1/account')).id, api);
  return named;
}

/** A common name has more letters than one answer holds: that some are found is all that it must show. */
const byNames = (byAccount: Map<string, PliApi>, rows: Sample[]) =>
  rows.map((letter) => async () => {
    const text = letter.recipient_name ?? '';
    const found = await byAccount.get(letter.account_id)!.json<{ letters: unknown[] }>('POST', '/v1/search', {
      body: { text },
    });
    if (found.letters.length === 0) throw new Error(`A letter's recipient is not found by name.`);
  });

/** An answer in time that misses the letter would be no answer. */
async function finds(api: PliApi, path: string, text: string | null, id: string): Promise<void> {
  const found = await api.json<unknown>('POST', path, { body: { text } });
  if (!JSON.stringify(found).includes(id)) throw new Error(`${path} does not find letter ${id}.`);
}
