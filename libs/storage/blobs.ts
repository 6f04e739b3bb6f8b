import type { DataSource } from 'typeorm';
import { MailError } from '#domain/mail-error';
import { inScope, type Mode, type Scope, type Sql } from '#database/scope';
import { writeDurably, type BlobFiles } from './local-blobs.ts';
import type { MasterKey } from './master-key.ts';
import { addressOf, keyedName, seal, unseal } from './sealed-bytes.ts';

/** Whose bytes they are: an account's in one mode, or a site's own (slips, manifests). Owners never share a blob. */
export interface BlobOwner {
  id: string;
  account_id: string | null;
  site_id: string | null;
  mode: Mode;
}
export const accountBlobs = (account: string, mode: Mode): BlobOwner => ({
  id: account,
  account_id: account,
  site_id: null,
  mode,
});
export const siteBlobs = (site: string, mode: Mode): BlobOwner => ({ id: site, account_id: null, site_id: site, mode });

/** Who needs the bytes, and as what (`composed` by a letter, `slip` by a deposit): one row a use. */
export interface BlobUse {
  use: string;
  usedBy: string;
}

/** Content-addressed bytes, encrypted at rest, kept while somebody uses them. Calls with `sql` belong to the caller's transaction. */
export interface Blobs {
  /** Stores bytes and their use: on disk when it answers, used when the transaction commits. Answers the address. */
  put(sql: Sql, owner: BlobOwner, bytes: Uint8Array, use: BlobUse, now: Date): Promise<string>;
  /** The same for many at once; addresses in the order given. */
  putAll(sql: Sql, owner: BlobOwner, items: (BlobUse & { bytes: Uint8Array })[], now: Date): Promise<string[]>;
  /** One more use of bytes already stored. @throws MailError `blob_missing` when they have gone: make them again */
  reuse(sql: Sql, owner: BlobOwner, items: (BlobUse & { address: string })[], now: Date): Promise<void>;
  /** @throws MailError `blob_missing` | `blob_damaged` (both never) */
  read(sql: Sql, owner: BlobOwner, address: string): Promise<Buffer>;
  /** The same for many at once; bytes in the order given. */
  readAll(sql: Sql, owner: BlobOwner, addresses: readonly string[]): Promise<Buffer[]>;
  /** Names for texts that tell of content, in their order: the same text, the same name, which says nothing once the owner's key is erased. */
  keyedNames(sql: Sql, owner: BlobOwner, texts: readonly string[]): Promise<string[]>;
  /** Reads into a file of that path, whole or not at all. */
  toFile(sql: Sql, owner: BlobOwner, address: string, path: string): Promise<void>;
  /** Ends uses; bytes without a use are then due for removeUnused. */
  release(sql: Sql, uses: BlobUse[], now: Date): Promise<void>;
  /** Deletes the bytes whose last use ended, seen through `scope`; answers how many. Cut off anywhere, it is simply run again. */
  removeUnused(database: DataSource, scope: Scope): Promise<number>;
  /** Deletes an owner's bytes written before `before` that no committed transaction ever used (a worker died in between). */
  removeOrphans(database: DataSource, scope: Scope, owner: BlobOwner, before: Date): Promise<number>;
}

export function openBlobs(files: BlobFiles, master: MasterKey): Blobs {
  const nameOf = (owner: Pick<BlobOwner, 'id' | 'mode'>, address: string) => `${folderOf(owner)}/${address}`;

  async function contentKeyOf(sql: Sql, owner: BlobOwner): Promise<Buffer> {
    const [row] = await sql<{ wrapped: Buffer }>('select wrapped from pli.content_keys where owner_id = $1', [
      owner.id,
    ]);
    if (!row)
      throw new MailError(
        'content_key_missing',
        'The content key of this account or site is gone: its content was erased.',
      );
    return master.unwrap(row.wrapped, owner.id);
  }

  async function opened(key: Buffer, owner: BlobOwner, address: string): Promise<Buffer> {
    const sealed = await files.read(nameOf(owner, address));
    if (!sealed) throw missing();
    const bytes = unseal(key, owner.mode, address, sealed);
    if (!bytes)
      throw new MailError(
        'blob_damaged',
        'Stored bytes are not what they were: the disk or somebody changed them. Restore them from a backup.',
      );
    return bytes;
  }

  const blobs: Blobs = {
    async put(sql, owner, bytes, use, now) {
      const [address = ''] = await blobs.putAll(sql, owner, [{ ...use, bytes }], now);
      return address;
    },

    async putAll(sql, owner, items, now) {
      if (items.length === 0) return [];
      const key = await contentKeyOf(sql, owner);
      const found = items.map((item) => ({ ...item, address: addressOf(key, owner.mode, item.bytes) }));
      await lock(
        sql,
        found.map((item) => item.address),
      );
      const stored = new Map(found.map((item) => [item.address, item.bytes]));
      await eachOf([...stored], 8, async ([address, bytes]) => {
        const name = nameOf(owner, address);
        if (!(await files.has(name))) await files.write(name, seal(key, address, bytes));
      });
      await use(
        sql,
        owner,
        found.map((item) => ({ ...item, bytes: item.bytes.length })),
        now,
      );
      return found.map((item) => item.address);
    },

    async reuse(sql, owner, items, now) {
      if (items.length === 0) return;
      const addresses = items.map((item) => item.address);
      await lock(sql, addresses);
      const sizes = await sql<{ blob: string; bytes: number }>(
        `select distinct on (blob) blob, bytes from pli.blob_uses where blob = any($1) and owner_id = $2 and mode = $3`,
        [addresses, owner.id, owner.mode],
      );
      const bytesOf = new Map(sizes.map((row) => [row.blob, row.bytes]));
      if (addresses.some((address) => !bytesOf.has(address))) throw missing();
      await use(
        sql,
        owner,
        items.map((item) => ({ ...item, bytes: bytesOf.get(item.address) ?? 0 })),
        now,
      );
    },

    async read(sql, owner, address) {
      return opened(await contentKeyOf(sql, owner), owner, address);
    },

    async readAll(sql, owner, addresses) {
      const key = await contentKeyOf(sql, owner);
      const read: Buffer[] = [];
      await eachOf([...addresses.entries()], 8, async ([i, address]) => {
        read[i] = await opened(key, owner, address);
      });
      return read;
    },

    async keyedNames(sql, owner, texts) {
      if (texts.length === 0) return [];
      const key = await contentKeyOf(sql, owner);
      return texts.map((text) => keyedName(key, owner.mode, text));
    },

    async toFile(sql, owner, address, path) {
      await writeDurably(path, await blobs.read(sql, owner, address));
    },

    async release(sql, uses, now) {
      if (uses.length === 0) return;
      const named = JSON.stringify(uses.map((u) => ({ use: u.use, used_by: u.usedBy })));
      const held = await sql<{ blob: string }>(
        `select blob from pli.blob_uses join jsonb_to_recordset($1) as u(use text, used_by text) using (use, used_by)`,
        [named],
      );
      await lock(
        sql,
        held.map((row) => row.blob),
      );
      await sql(
        `with ended as (delete from pli.blob_uses b using jsonb_to_recordset($1) as u(use text, used_by text)
           where b.use = u.use and b.used_by = u.used_by returning b.*)
         insert into pli.blob_removals (blob, owner_id, account_id, site_id, mode, created_at)
         select distinct on (blob) blob, owner_id, account_id, site_id, mode, $2::timestamptz from ended
         where not exists (select from pli.blob_uses o where o.blob = ended.blob
           and (o.use, o.used_by) not in (select e.use, e.used_by from ended e where e.blob = ended.blob))
         on conflict do nothing`,
        [named, now],
      );
    },

    async removeUnused(database, scope) {
      let removed = 0;
      for (;;) {
        const due = await inScope(database, scope, async (sql) => {
          const rows = await sql<Stored>(`select blob, owner_id, mode from pli.blob_removals order by blob limit 200`);
          removed += await removeWhereUnused(sql, rows);
          await sql(`delete from pli.blob_removals where blob = any($1)`, [rows.map((row) => row.blob)]);
          return rows.length;
        });
        if (due < 200) return removed;
      }
    },

    async removeOrphans(database, scope, owner, before) {
      let removed = 0;
      await mustSee(database, scope, owner);
      await files.removeTorn(folderOf(owner), before);
      for await (const { address, at } of files.list(folderOf(owner)))
        if (at < before)
          removed += await inScope(database, scope, (sql) =>
            removeWhereUnused(sql, [{ blob: address, owner_id: owner.id, mode: owner.mode }]),
          );
      return removed;
    },
  };
  return blobs;

  /** The lock keeps a new use of the same bytes waiting until this transaction ends, and then finds them gone and stores them again. */
  async function removeWhereUnused(sql: Sql, rows: Stored[]): Promise<number> {
    const addresses = rows.map((row) => row.blob);
    await lock(sql, addresses);
    const used = await sql<{ blob: string }>(`select distinct blob from pli.blob_uses where blob = any($1)`, [
      addresses,
    ]);
    const kept = new Set(used.map((row) => row.blob));
    const gone = rows.filter((row) => !kept.has(row.blob));
    await eachOf(gone, 8, (row) => files.remove(nameOf({ id: row.owner_id, mode: row.mode }, row.blob)));
    return gone.length;
  }
}

interface Stored {
  blob: string;
  owner_id: string;
  mode: Mode;
}

/** Modes lie apart: seen in one mode, the bytes of the other would look unused. */
function folderOf(owner: Pick<BlobOwner, 'id' | 'mode'>): string {
  return `${owner.id}_${owner.mode}`;
}

/** A scope that does not see an owner's uses would take all of its bytes for unused; streams are seen exactly as uses are. */
async function mustSee(database: DataSource, scope: Scope, owner: BlobOwner): Promise<void> {
  const stream = owner.account_id ? `account/${owner.account_id}/${owner.mode}` : `site/${owner.id}`;
  const [seen] = await inScope(database, scope, (sql) => sql('select from pli.streams where id = $1', [stream]));
  if (!seen) throw new Error(`this scope does not see the blobs of ${owner.id}`);
}

/** Whoever stores, uses or removes bytes holds their address until the transaction ends; in order, so that nobody deadlocks. */
async function lock(sql: Sql, addresses: string[]): Promise<void> {
  await sql(
    `select pg_advisory_xact_lock(hashtextextended(a, 0)) from (select distinct a from unnest($1::text[]) a order by a) l`,
    [addresses],
  );
}

async function use(
  sql: Sql,
  owner: BlobOwner,
  items: (BlobUse & { address: string; bytes: number })[],
  now: Date,
): Promise<void> {
  await sql(
    `insert into pli.blob_uses (owner_id, account_id, site_id, mode, blob, use, used_by, bytes, created_at)
     select $1, $2, $3, $4, i.address, i.use, i."usedBy", i.bytes, $5
     from jsonb_to_recordset($6) as i(address text, use text, "usedBy" text, bytes bigint) on conflict do nothing`,
    [
      owner.id,
      owner.account_id,
      owner.site_id,
      owner.mode,
      now,
      JSON.stringify(items.map(({ address, use, usedBy, bytes }) => ({ address, use, usedBy, bytes }))),
    ],
  );
}

/** Runs `work` for each item, `width` at a time: many files flush to disk together. */
async function eachOf<T>(items: T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

function missing(): MailError {
  return new MailError('blob_missing', 'The stored bytes are gone: their last use has ended, or they were erased.');
}
