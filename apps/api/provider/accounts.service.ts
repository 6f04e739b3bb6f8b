import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Account, accountChange } from '#contracts/api/accounts';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import { newWrappedKey, type MasterKey } from '#storage/master-key';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { MASTER_KEY } from '../parts.ts';

interface Row {
  id: string;
  name: string;
  state: Account['state'];
  created_at: Date;
}
const columns = 'id, name, state, created_at';
const viewOf = ({ created_at, ...row }: Row): Account => ({ ...row, createdAt: created_at.toISOString() });

@Injectable()
export class AccountsService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /** Makes an account with its streams, one a mode, and its content key: without them it could neither be told of nor store. */
  async create(call: Call, { name }: { name: string }): Promise<Account> {
    return this.ledger.write(call, async (tx) => {
      const row: Row = { id: newId('account', tx.at), name, state: 'active', created_at: tx.at };
      await tx.create('account', 'account.created', [{ ...row }]);
      await tx.sql(
        `insert into pli.streams (id, account_id, mode) select 'account/' || $1::text || '/' || m, $1::text, m from unnest(array['test', 'live']) m`,
        [row.id],
      );
      await tx.sql(`insert into pli.content_keys (owner_id, account_id, wrapped, created_at) values ($1, $1, $2, $3)`, [
        row.id,
        newWrappedKey(this.masterKey, row.id),
        tx.at,
      ]);
      return viewOf(row);
    });
  }

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: Account[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.accounts where id > $1 order by id limit $2`, [after ?? '', limit + 1]),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<Account> {
    const [row] = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.accounts where id = $1`, [id]),
    );
    if (row === undefined) throw notFound('account');
    return viewOf(row);
  }

  async change(call: Call, id: string, { name, state }: z.output<typeof accountChange>): Promise<Account> {
    await this.ledger.write(call, async (tx) => {
      const [row] = await tx.sql<Row>(`select ${columns} from pli.accounts where id = $1 for update`, [id]);
      if (row === undefined) throw notFound('account');
      await tx.change('account', 'account.changed', [
        { id, set: { state: state ?? row.state }, content: { name: name ?? row.name } },
      ]);
    });
    return this.one(call, id);
  }
}
