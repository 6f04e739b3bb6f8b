import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { check } from './checker/check.ts';
import { findingKinds } from './checker/report.ts';
import { openDatabase } from './data-source.ts';
import { migrate, type Login } from './migrate.ts';

/**
 * What the release whose last migration was 0009 kept of a small day, table by table: letters that went all the way, two that wait, a draft. A
 * fixture of a later release is added when that one is out; this one stays as it is.
 */
const kept = new URL('./testing/release-0009.json', import.meta.url);
const LAST = 9;

const logins: Login[] = (['pli_api', 'pli_worker', 'pli_checker'] as const).map((name) => ({
  name,
  password: 'of-a-test-database',
}));

/** A database of an owner that row-level security binds, as an installation of one's own may have: not the server's superuser. */
async function inDatabaseOfItsOwn(work: (url: string, client: pg.Client) => Promise<void>): Promise<void> {
  const server = new URL(process.env.TEST_ADMIN_DATABASE_URL ?? '');
  const name = `pli_former_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  await admin.query(`create role ${name} login createrole password 'x'`);
  // Roles of the cluster that another database made may be granted further by this one.
  for (const { rolname } of (
    await admin.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'pli\\_%' and rolname !~ '_[0-9a-f]{12}$'`,
    )
  ).rows)
    await admin.query(`grant ${rolname} to ${name} with admin option`);
  await admin.query(`create database ${name} owner ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const asSuperuser = new pg.Client({ connectionString: url.href });
  await asSuperuser.connect();
  url.username = name;
  url.password = 'x';
  try {
    await work(url.href, asSuperuser);
  } finally {
    await asSuperuser.end();
    await admin.query(`drop database ${name} with (force)`);
    // Roles belong to the cluster: what this owner granted of them goes with it.
    const granted = await admin.query<{ role: string; member: string }>(
      `select g.rolname as role, l.rolname as member from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles l on l.oid = m.member
       join pg_roles o on o.oid = m.grantor where o.rolname = $1`,
      [name],
    );
    for (const { role, member } of granted.rows)
      await admin.query(`revoke ${role} from ${member} granted by ${name} cascade`);
    await admin.query(`drop role ${name}`);
    await admin.end();
  }
}

test('a database filled by the former release is brought to the newest schema, and the checker finds nothing in it', async () => {
  await inDatabaseOfItsOwn(async (url, client) => {
    await migrate(url, logins, LAST);
    const tables = JSON.parse(await readFile(kept, 'utf8')) as Record<string, { created_at?: string }[]>;
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(`delete from pli.streams`);
    for (const [table, rows] of Object.entries(tables)) {
      const columns = Object.keys(rows[0] ?? {}).join(', ');
      await client.query(
        `insert into pli.${table} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::pli.${table}, $1)`,
        [JSON.stringify(rows)],
      );
    }
    await migrate(url, logins);

    const checker = new URL(url);
    checker.username = 'pli_checker';
    checker.password = 'of-a-test-database';
    const database = await openDatabase(checker.href, 1);
    const at = new Date(Date.parse(tables.orders?.[0]?.created_at ?? '') + 60_000);
    const report = await check({ database }, () => at).finally(() => database.destroy());
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({
      letters: 5,
      events: 83,
      ...Object.fromEntries(findingKinds.map((kind) => [kind, 0])),
    });

    // What later releases keep beside: of rows that were there already, too, though their owner is bound by row-level security.
    const answers = await client.query(`select names = answer->>'id' as named, hash_keyed from pli.idempotency_keys`);
    expect(answers.rows).toEqual([{ named: true, hash_keyed: false }]);
    const left = await client.query(
      `select (select count(*)::int from pli.documents where state = 'stored' and deadline_at is null) as documents,
         (select count(*)::int from pli.orders where state = 'draft' and deadline_at is null) as drafts`,
    );
    expect(left.rows).toEqual([{ documents: 0, drafts: 0 }]);
  });
});
