import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inLedger, type Act, type Clock, type LedgerTransaction } from '#database/ledger';
import { inScope, siteScope, type Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { actorOf, type Call } from './caller.ts';
import { CLOCK, DATABASE } from '../parts.ts';

/** The database as a caller may see and change it. */
@Injectable()
export class ScopedLedger {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** Reads in the caller's scope. */
  read<T>({ caller }: Call, work: (sql: Sql) => Promise<T>): Promise<T> {
    return inScope(this.database, caller.scope, work);
  }

  /** Changes in the caller's scope; the ledger names the caller and the request. */
  write<T>(call: Call, work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    return inLedger(this.database, call.caller.scope, actOf(call), this.clock, work);
  }

  /**
   * Changes what a customer's call sets off at a print room, in that room's scope. The work must go by rows that the caller's own scope
   * has shown to be its own: this one shows it everybody's.
   */
  writeAtSite<T>(call: Call, siteId: string, work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    return inLedger(this.database, siteScope(siteId), actOf(call), this.clock, work);
  }

  /** The answer stored under the call's idempotency key, if there is one: saves costly work before `once`. */
  async stored<T>(call: Call): Promise<T | undefined> {
    const answer = await this.read(call, (sql) => storedAnswer(sql, call));
    if (answer !== undefined) call.replayed = true;
    return answer?.answer as T | undefined;
  }

  /**
   * Changes once, whatever is repeated: the idempotency key commits with the effect, and a repetition gets the stored answer.
   * A change that throws stores nothing.
   * @param status the HTTP status of the answer
   * @throws MailError `idempotency_key_running` (later), `idempotency_key_reused`
   */
  once<T>(call: Call, status: number, work: (tx: LedgerTransaction) => Promise<T>): Promise<T> {
    return this.write(call, async (tx) => {
      const stored = await takeKey(tx, call);
      if (stored !== undefined) {
        call.replayed = true;
        return stored.answer as T;
      }
      const answer = await work(tx);
      // Answered as it is stored, so that every repetition gets the same text.
      const [kept] = await tx.sql<{ answer: T }>(
        `update pli.idempotency_keys set status = $2, answer = $3 where key = $1 returning answer`,
        [call.idempotencyKey, status, JSON.stringify(answer)],
      );
      return kept?.answer ?? answer;
    });
  }
}

const actOf = ({ caller, requestId }: Call): Act => ({ actor: actorOf(caller), cause: { request: requestId } });

/**
 * Takes the key for this transaction. The advisory lock answers at once when another request holds it, instead of keeping a
 * connection waiting behind it.
 */
async function takeKey({ sql, at }: LedgerTransaction, call: Call): Promise<{ answer: unknown } | undefined> {
  const { account, mode } = call.caller;
  const hash = call.requestHash();
  const [taken] = await sql<{ mine: boolean; fresh: boolean }>(
    `with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 0)) as mine),
          fresh as (insert into pli.idempotency_keys (account_id, mode, key, request_hash, created_at)
            select $1, $2, $3, $4, $5 from lock where mine on conflict do nothing returning key)
     select mine, exists (select from fresh) as fresh from lock`,
    [account, mode, call.idempotencyKey, hash, at],
  );
  if (!taken?.mine)
    throw new MailError(
      'idempotency_key_running',
      'A request with this Idempotency-Key is still running. Ask again in a moment.',
      'later',
    );
  if (taken.fresh) return undefined;
  const stored = await storedAnswer(sql, call);
  if (stored === undefined) throw new Error('an idempotency key is taken and not there');
  return stored;
}

async function storedAnswer(sql: Sql, call: Call): Promise<{ answer: unknown } | undefined> {
  const [stored] = await sql<{ request_hash: Buffer; answer: unknown }>(
    `select request_hash, answer from pli.idempotency_keys where key = $1`,
    [call.idempotencyKey],
  );
  if (stored !== undefined && !stored.request_hash.equals(call.requestHash()))
    throw new MailError(
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request. Take a new key for a new order.',
    );
  return stored;
}
