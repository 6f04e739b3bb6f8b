import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { accountKeyMade, NewAccountKey } from '#contracts/api/account-keys';
import { keyScopesOf, type KeyView } from '#contracts/api/keys';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { insertKey, keyColumns, keyViewOf, type KeyRow } from '../provider/keys.service.ts';
import { mustHoldWhatIsGiven } from './keep-desks.ts';
import { scopeOf } from './people.service.ts';

/** The keys of an account in the mode of the desk, kept by its administrators. */
@Injectable()
export class AccountKeysService {
  constructor(private readonly ledger: ScopedLedger) {}

  /**
   * Makes a key that may do no more than who makes it; a key sees the orders of everybody, so whoever sees their own alone makes none.
   * Its text leaves here once: what is kept to answer the request again is without it.
   * @throws MailError `right_not_held`
   */
  async create(call: Call, { name, scopes: asked }: NewAccountKey): Promise<z.output<typeof accountKeyMade>> {
    const { account: accountId, mode } = customerOf(call);
    const held = call.caller.scopes;
    const scopes = asked ?? keyScopesOf.customer.filter((scope) => held.includes(scope));
    mustHoldWhatIsGiven([...scopes, 'orders:all'], held);
    let secret: string | null = null;
    const view = await this.ledger.once(
      call,
      201,
      async (tx) => {
        const made = await insertKey(tx, { role: 'customer', accountId, mode, name, scopes });
        secret = made.secret;
        return { ...made, secret: null };
      },
      scopeOf(call),
    );
    return { ...view, secret };
  }

  /** Takes effect with the next request: the door asks each time. */
  revoke(call: Call, id: string): Promise<KeyView> {
    const { mode } = customerOf(call);
    return this.ledger.write(
      call,
      async (tx) => {
        const [row] = await tx.sql<KeyRow>(
          `select ${keyColumns} from pli.api_keys where id = $1 and mode = $2 for update`,
          [id, mode],
        );
        if (row === undefined) throw notFound('key');
        if (row.revoked_at === null) await tx.change('key', 'key.revoked', [{ id, set: { revoked_at: tx.at } }]);
        return keyViewOf({ ...row, revoked_at: row.revoked_at ?? tx.at });
      },
      scopeOf(call),
    );
  }

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: KeyView[]; next: string | null }> {
    const { mode } = customerOf(call);
    const read = await this.ledger.read(
      call,
      (sql) =>
        sql<KeyRow>(`select ${keyColumns} from pli.api_keys where mode = $3 and id > $1 order by id limit $2`, [
          after ?? '',
          limit + 1,
          mode,
        ]),
      scopeOf(call),
    );
    return pageFrom(read.map(keyViewOf), limit);
  }
}
