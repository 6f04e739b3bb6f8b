import type pg from 'pg';
import type { ContractTerms } from '#contracts/api/contracts';
import type { FrankingMode } from '#domain/franking';

/** An account that sends, with what its letters are made of and sent under. */
export interface SeedAccount {
  id: string;
  contract: string;
  terms: ContractTerms;
  versionId: string;
}

/** The print room and all that its seeded letters refer to. Numbers go on from where they stand. */
export interface SeedWorld {
  site: { id: string; code: string; mode: 'test' | 'live' };
  accounts: SeedAccount[];
  printer: string;
  inserter: string;
  carrier: string;
  envelopeStock: string;
  paperStock: string;
  range: { id: string; prefix: string; country: string; next: number; last: number };
  counters: { id: string; contract: string; franking: FrankingMode; last: number }[];
  numbers: Record<'lot' | 'tray' | 'deposit', number>;
}

/** Reads it of a prepared instance. @throws Error naming what is missing */
export async function readWorld(client: pg.Client): Promise<SeedWorld> {
  const rows = async <T>(statement: string, parameters: unknown[] = []): Promise<T[]> =>
    (await client.query(statement, parameters)).rows as T[];
  const one = async <T>(what: string, statement: string, parameters: unknown[] = []): Promise<T> => {
    const [row] = await rows<T>(statement, parameters);
    if (row === undefined) throw new Error(`The instance has no ${what}: prepare it first.`);
    return row;
  };
  const site = await one<SeedWorld['site']>('site', `select id, code, mode from pli.sites order by created_at limit 1`);
  const of = [site.id];
  const accounts = await rows<SeedAccount>(
    `select distinct on (c.account_id) c.account_id as id, c.id as contract, c.terms,
       (select v.id from pli.template_versions v where v.account_id = c.account_id and v.mode = c.mode order by v.created_at limit 1) as "versionId"
     from pli.contracts c where c.site_id = $1 order by c.account_id, c.version desc`,
    of,
  );
  if (accounts.length === 0 || accounts.some(({ versionId }) => versionId === null))
    throw new Error('Each account of the site needs a template: its seeded letters are made of it.');
  const device = (kind: string) =>
    one<{ id: string }>(
      kind,
      `select id from pli.devices where site_id = $1 and kind = $2 and retired_at is null limit 1`,
      [...of, kind],
    ).then(({ id }) => id);
  const stock = (kind: string, like: string) =>
    one<{ id: string }>(
      `${kind} stock`,
      `select stock_id as id from pli.stocks where site_id = $1 and kind = $2 order by (data->>'format' = $3) desc nulls last limit 1`,
      [...of, kind, like],
    ).then(({ id }) => id);
  const range = await one<SeedWorld['range']>(
    'range of registered numbers',
    `select id, prefix, country, next::int, last::int from pli.number_ranges where site_id = $1 order by created_at limit 1 for update`,
    of,
  );
  const counters = await rows<SeedWorld['counters'][number]>(
    `select id, carrier_contract as contract, franking_mode as franking, last_mark::int as last from pli.postage_counters where site_id = $1 for update`,
    of,
  );
  const numbers = await rows<{ kind: 'lot' | 'tray' | 'deposit'; last: number }>(
    `select kind, last::int from pli.site_numbers where site_id = $1 for update`,
    of,
  );
  return {
    site,
    accounts,
    printer: await device('printer'),
    inserter: await device('inserter'),
    carrier: await device('carrier'),
    envelopeStock: await stock('envelope', 'C5/6'),
    paperStock: await stock('paper', ''),
    range,
    counters,
    numbers: Object.fromEntries(numbers.map(({ kind, last }) => [kind, last])) as SeedWorld['numbers'],
  };
}

/** Writes down how far numbers were given out. */
export async function writeNumbers(client: pg.Client, { site, range, counters, numbers }: SeedWorld): Promise<void> {
  await client.query(`update pli.number_ranges set next = $2 where id = $1`, [range.id, range.next]);
  for (const { id, last } of counters)
    await client.query(`update pli.postage_counters set last_mark = $2 where id = $1`, [id, last]);
  for (const [kind, last] of Object.entries(numbers))
    await client.query(`update pli.site_numbers set last = $3 where site_id = $1 and kind = $2`, [site.id, kind, last]);
}
