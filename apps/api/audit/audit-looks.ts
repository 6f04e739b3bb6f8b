import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inLedger, type Clock, type Row } from '#database/ledger';
import { inScope, type Sql } from '#database/scope';
import { actorOf, type Call } from '../http/caller.ts';
import { CLOCK, DATABASE } from '../parts.ts';

/**
 * What auditors look at is told before it is shown, in the provider's stream and about the letter: whoever reads its ledger sees who read it
 * before. The auditor's own role reads all and writes nothing, so that the provider's tells of it.
 */
@Injectable()
export class AuditLooks {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads as the auditor does. */
  read<T>({ caller }: Call, work: (sql: Sql) => Promise<T>): Promise<T> {
    return inScope(this.database, caller.scope, work);
  }

  /** Tells that a letter's ledger, a stretch of a stream, or a history was looked at. `data` holds ids and numbers alone. */
  tell({ caller, requestId }: Call, letterId: string, type: `letter.audit_${string}`, data: Row): Promise<void> {
    const act = { actor: actorOf(caller), cause: { request: requestId } };
    return inLedger(this.database, { role: 'pli_provider' }, act, this.clock, async (tx) =>
      tx.tell('provider', 'letter', letterId, type, data),
    );
  }
}
