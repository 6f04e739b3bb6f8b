import { Injectable } from '@nestjs/common';
import type { Account, accountClaim } from '#contracts/api/accounts';
import type { z } from 'zod';
import type { Sql } from '#database/scope';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { accountColumns, accountView, type AccountFacts } from '../provider/accounts.service.ts';
import { scopeOf } from './people.service.ts';

/** What an account knows and says of itself. */
@Injectable()
export class OwnAccountService {
  constructor(private readonly ledger: ScopedLedger) {}

  view(call: Call): Promise<Account> {
    return this.ledger.read(call, async (sql) => accountView(await ownRow(sql, call)), scopeOf(call));
  }

  /** Says which SIRET it has. The provider checks it: until then, and when it becomes another, it is only claimed. */
  claim(call: Call, { siret }: z.output<typeof accountClaim>): Promise<Account> {
    return this.ledger.write(
      call,
      async (tx) => {
        const row = await ownRow(tx.sql, call);
        if (row.siret === siret) return accountView(row);
        const set = { verification: 'claimed', verified_at: null } as const;
        await tx.change('account', 'account.siret_claimed', [{ id: row.id, set, content: { siret } }]);
        return accountView({ ...row, ...set, siret });
      },
      scopeOf(call),
    );
  }
}

async function ownRow(sql: Sql, call: Call): Promise<AccountFacts> {
  const [row] = await sql<AccountFacts>(`select ${accountColumns} from pli.accounts where id = $1`, [
    customerOf(call).account,
  ]);
  if (row === undefined) throw notFound('account');
  return row;
}
