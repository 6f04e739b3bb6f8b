import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { keyScopesOf, type keyShownOnce, type KeyRole, type KeyView, type NewKey } from '#contracts/api/keys';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import type { LedgerTransaction } from '#database/ledger';
import type { Mode } from '#database/scope';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { makeKey, prefixKindOf } from './new-key.ts';
import { siteRow } from './sites.service.ts';

export interface KeyRow {
  id: string;
  role: KeyRole;
  account_id: string | null;
  site_id: string | null;
  mode: Mode | null;
  name: string;
  prefix: string;
  scopes: string[];
  created_at: Date;
  revoked_at: Date | null;
}
export const keyColumns = 'id, role, account_id, site_id, mode, name, prefix, scopes, created_at, revoked_at';
export const keyViewOf = (row: KeyRow): KeyView => ({
  id: row.id,
  role: row.role,
  accountId: row.account_id,
  siteId: row.site_id,
  mode: row.mode,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdAt: row.created_at.toISOString(),
  revokedAt: row.revoked_at?.toISOString() ?? null,
});

@Injectable()
export class KeysService {
  constructor(private readonly ledger: ScopedLedger) {}

  /** Makes a key. Its text leaves here once; what stays is a hash. */
  create(call: Call, given: NewKey): Promise<z.output<typeof keyShownOnce>> {
    return this.ledger.write(call, (tx) => insertKey(tx, given));
  }

  /** Takes effect with the next request: the door asks each time. */
  revoke(call: Call, id: string): Promise<KeyView> {
    return this.ledger.write(call, async (tx) => {
      const [row] = await tx.sql<KeyRow>(`select ${keyColumns} from pli.api_keys where id = $1 for update`, [id]);
      if (row === undefined) throw notFound('key');
      if (row.revoked_at === null) await tx.change('key', 'key.revoked', [{ id, set: { revoked_at: tx.at } }]);
      return keyViewOf({ ...row, revoked_at: row.revoked_at ?? tx.at });
    });
  }

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: KeyView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<KeyRow>(`select ${keyColumns} from pli.api_keys where id > $1 order by id limit $2`, [
        after ?? '',
        limit + 1,
      ]),
    );
    return pageFrom(read.map(keyViewOf), limit);
  }
}

/** Stores a key in a transaction of the provider; also how the very first provider key of an installation is made. */
export async function insertKey(tx: LedgerTransaction, given: NewKey): Promise<z.output<typeof keyShownOnce>> {
  const { secret, hash, prefix } = makeKey(prefixKindOf(given));
  const scopes: string[] = given.scopes ?? [...keyScopesOf[given.role]];
  const common = {
    id: newId('key', tx.at),
    role: given.role,
    name: given.name,
    prefix,
    scopes,
    created_at: tx.at,
    revoked_at: null,
  };
  const row: KeyRow = { ...common, account_id: null, site_id: null, mode: null, ...(await scopeOf(tx, given)) };
  await tx.create('key', 'key.made', [{ ...row, hash }]);
  return { ...keyViewOf(row), secret };
}

async function scopeOf({ sql }: LedgerTransaction, given: NewKey): Promise<Partial<KeyRow>> {
  if (given.role === 'operator') {
    const { id, mode } = await siteRow(sql, given.siteId);
    return { site_id: id, mode };
  }
  if (given.role === 'provider') return {};
  const [account] = await sql(`select from pli.accounts where id = $1`, [given.accountId]);
  if (account === undefined) throw notFound('account');
  return { account_id: given.accountId, mode: given.mode };
}
