import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inLedger, type Clock, type LedgerTransaction } from '#database/ledger';
import { inScope, type Scope, type Sql } from '#database/scope';
import { actorOf, type Call } from '../http/caller.ts';
import { CLOCK, DATABASE } from '../parts.ts';

const support: Scope = { role: 'pli_support' };

/** The database as support sees it: the tickets of every account and nothing of their letters. */
@Injectable()
export class SupportLedger {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  read<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return inScope(this.database, support, work);
  }

  /** Changes tickets; the ledger names the caller and the request. */
  write<T>({ caller, requestId }: Call, work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    const act = { actor: actorOf(caller), cause: { request: requestId } };
    return inLedger(this.database, support, act, this.clock, work);
  }
}
