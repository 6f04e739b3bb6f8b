import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Account, accountChange } from '#contracts/api/accounts';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import { MailError } from '#domain/mail-error';
import { newWrappedKey, type MasterKey } from '#storage/master-key';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { MASTER_KEY } from '../parts.ts';

export interface AccountFacts {
  id: string;
  name: string;
  state: Account['state'];
  siret: string | null;
  verification: Account['verification'];
  verified_at: Date | null;
  created_at: Date;
}
export const accountColumns = 'id, name, state, siret, verification, verified_at, created_at';
export const accountView = ({ created_at, verified_at, ...row }: AccountFacts): Account => ({
  ...row,
  verifiedAt: verified_at?.toISOString() ?? null,
  createdAt: created_at.toISOString(),
});

@Injectable()
export class AccountsService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /** Makes an account with its streams, one a mode, and its content key: without them it could neither be told of nor store. */
  async create(call: Call, { name, siret }: { name: string; siret?: string | undefined }): Promise<Account> {
    return this.ledger.write(call, async (tx) => {
      const claim = {
        siret: siret ?? null,
        verification: siret === undefined ? 'none' : 'claimed',
        verified_at: null,
      } as const;
      const row: AccountFacts = { id: newId('account', tx.at), name, state: 'active', created_at: tx.at, ...claim };
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
      return accountView(row);
    });
  }

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: Account[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<AccountFacts>(`select ${accountColumns} from pli.accounts where id > $1 order by id limit $2`, [
        after ?? '',
        limit + 1,
      ]),
    );
    return pageFrom(read.map(accountView), limit);
  }

  async one(call: Call, id: string): Promise<Account> {
    const [row] = await this.ledger.read(call, (sql) =>
      sql<AccountFacts>(`select ${accountColumns} from pli.accounts where id = $1`, [id]),
    );
    if (row === undefined) throw notFound('account');
    return accountView(row);
  }

  /** Another SIRET is one that nobody has checked yet. @throws MailError `siret_missing` when there is nothing to check */
  async change(
    call: Call,
    id: string,
    { name, state, siret, verified, reason }: z.output<typeof accountChange>,
  ): Promise<Account> {
    await this.ledger.write(call, async (tx) => {
      const [row] = await tx.sql<AccountFacts>(`select ${accountColumns} from pli.accounts where id = $1 for update`, [
        id,
      ]);
      if (row === undefined) throw notFound('account');
      const number = siret ?? row.siret;
      const isVerified = verified ?? (row.verification === 'verified' && number === row.siret);
      if (isVerified && number === null)
        throw new MailError('siret_missing', 'This account has no SIRET that could be verified. Give it first.');
      const verifiedAt = row.verification === 'verified' && number === row.siret ? row.verified_at : tx.at;
      await tx.change('account', 'account.changed', [
        {
          id,
          set: {
            state: state ?? row.state,
            verification: isVerified ? 'verified' : number === null ? 'none' : 'claimed',
            verified_at: isVerified ? verifiedAt : null,
          },
          content: { name: name ?? row.name, siret: number },
          ...(reason !== undefined && { data: { reason } }),
        },
      ]);
    });
    return this.one(call, id);
  }
}
