import { lifeCycles } from '#domain/life-cycles';
import { frankingModes } from '#domain/franking';
import { StreamRow } from './ledger.ts';
import { subjects } from '../subjects.ts';
import { cloneDatabase, type TestDatabase } from '../testing/clone-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db?.drop());

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

test('entities have the tables, columns, types and nulls of the catalogue', async () => {
  const catalogue = await db.asOwner<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'pli'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1, 2`,
  );
  const types: Record<string, string> = { int: 'integer', timestamptz: 'timestamp with time zone' };
  const entities = db.api.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column): Column => {
      const type = types[column.type as string] ?? (column.type as string);
      return {
        table: entity.tableName,
        column: column.databaseName,
        type: column.isArray ? `${type}[]` : type,
        nullable: column.isNullable,
      };
    }),
  );
  const text = (c: Column) => `${c.table}.${c.column} ${c.type}${c.nullable ? ' null' : ''}`;
  expect(entities.map(text).sort()).toEqual(catalogue.map(text).sort());
});

test('entities have the primary keys of the catalogue', async () => {
  const catalogue = await db.asOwner<{ table: string; key: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attname) as key from pg_index i
     join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
     where i.indisprimary and c.relnamespace = 'pli'::regnamespace and not c.relispartition group by 1 order by 1`,
  );
  const entities = db.api.entityMetadatas.map((e) => ({
    table: e.tableName,
    key: e.primaryColumns.map((c) => c.databaseName).sort(),
  }));
  expect(entities.sort((a, b) => (a.table < b.table ? -1 : 1))).toEqual(catalogue);
});

test('rows come through an entity as they were written', async () => {
  await db.asOwner(
    `insert into pli.accounts (id, name, state, created_at) values ('acc_1', 'Les Moulins', 'active', '2027-01-04T08:00:00Z')`,
  );
  await db.asOwner(
    `insert into pli.streams (id, account_id, mode, last_number) values ('account/acc_1/test', 'acc_1', 'test', 7)`,
  );
  const runner = db.checker.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('set local role pli_audit');
    const rows = await runner.manager.getRepository(StreamRow).find({ where: { id: 'account/acc_1/test' } });
    expect(rows).toMatchObject([{ mode: 'test', last_hash: Buffer.alloc(0) }]);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

/** The values a CHECK constraint `column in (…)` of a table allows. */
async function allowed(table: string, column: string): Promise<string[]> {
  const [row] = await db.asOwner<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint
     where conrelid = ('pli.' || $1)::regclass and contype = 'c' and conname = $1 || '_' || $2 || '_check'`,
    [table, column],
  );
  return [...(row?.text ?? '').matchAll(/'([a-z_]+)'::text/g)].map((m) => m[1] ?? '').sort();
}

test.each(Object.entries(lifeCycles))(
  'the database knows the states of a %s, no more and no fewer',
  async (subject, { states }) => {
    expect(await allowed(subjects[subject as keyof typeof lifeCycles].table, 'state')).toEqual(
      Object.keys(states).sort(),
    );
  },
);

test('the database knows the franking modes of the domain', async () => {
  expect(await allowed('postage_counters', 'franking_mode')).toEqual([...frankingModes].sort());
});

test('what a subject leaves out of its fold are columns of its table', async () => {
  const columns = new Set(
    db.api.entityMetadatas.flatMap((e) => e.columns.map((c) => `${e.tableName}.${c.databaseName}`)),
  );
  for (const { table, unfolded } of Object.values(subjects))
    for (const name of unfolded) expect(columns).toContain(`${table}.${name}`);
});
