import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { requestName } from '#storage/request-name';
import { inLedger, rehearse, type Act, type Clock, type LedgerTransaction, type Rehearsal } from '#database/ledger';
import { inScope, siteScope, type Scope, type Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { actorOf, type Call } from './caller.ts';
import { CLOCK, DATABASE, MASTER_KEY } from '../parts.ts';

/** The database as a caller may see and change it; where a route looks at it otherwise (at people and keys), it says as what. */
@Injectable()
export class ScopedLedger {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /** Reads in the caller's scope. */
  read<T>({ caller }: Call, work: (sql: Sql) => Promise<T>, scope: Scope = caller.scope): Promise<T> {
    return inScope(this.database, scope, work);
  }

  /** Changes in the caller's scope; the ledger names the caller and the request. */
  write<T>(call: Call, work: (tx: LedgerTransaction) => Promise<T>, scope: Scope = call.caller.scope): Promise<T> {
    return inLedger(this.database, scope, actOf(call), this.clock, work);
  }

  /** What a change would do in the caller's scope, as the change itself tells; nothing of it stays. */
  rehearse<T>({ caller }: Call, work: (tx: LedgerTransaction) => Promise<T>): Promise<Rehearsal<T>> {
    return rehearse(this.database, caller.scope, this.clock(), work);
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
    const answer = await this.read(call, (sql) => this.storedAnswer(sql, call));
    if (answer !== undefined) call.replayed = true;
    return answer?.answer as T | undefined;
  }

  /**
   * Changes once, whatever is repeated: the idempotency key commits with the effect, and a repetition gets the stored answer.
   * A change that throws stores nothing.
   * @param status the HTTP status of the answer
   * @throws MailError `idempotency_key_running` (later), `idempotency_key_reused`
   */
  once<T>(
    call: Call,
    status: number,
    work: (tx: LedgerTransaction) => Promise<T>,
    scope: Scope = call.caller.scope,
  ): Promise<T> {
    return this.write(
      call,
      async (tx) => {
        const stored = await this.takeKey(tx, call);
        if (stored !== undefined) {
          call.replayed = true;
          return stored.answer as T;
        }
        const answer = await work(tx);
        // Answered as it is stored, so that every repetition gets the same text.
        const [kept] = await tx.sql<{ answer: T }>(
          `update pli.idempotency_keys set status = $2, answer = $3, names = $3::jsonb->>'id' where key = $1 returning answer`,
          [call.idempotencyKey, status, JSON.stringify(answer)],
          'prepared',
        );
        return kept?.answer ?? answer;
      },
      scope,
    );
  }

  /**
   * Takes the key for this transaction. The advisory lock answers at once when another request holds it, instead of keeping a
   * connection waiting behind it.
   */
  private async takeKey({ sql, at }: LedgerTransaction, call: Call): Promise<{ answer: unknown } | undefined> {
    const { account, mode } = call.caller;
    const [taken] = await sql<{ mine: boolean; fresh: boolean }>(
      `with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 0)) as mine),
            fresh as (insert into pli.idempotency_keys (account_id, mode, key, request_hash, hash_keyed, created_at)
              select $1, $2, $3, $4, true, $5 from lock where mine on conflict do nothing returning key)
       select mine, exists (select from fresh) as fresh from lock`,
      [account, mode, call.idempotencyKey, requestName(this.masterKey, call.requestHash()), at],
      'prepared',
    );
    if (!taken?.mine)
      throw new MailError(
        'idempotency_key_running',
        'A request with this Idempotency-Key is still running. Ask again in a moment.',
        'later',
      );
    if (taken.fresh) return undefined;
    const stored = await this.storedAnswer(sql, call);
    if (stored === undefined) throw new Error('an idempotency key is taken and not there');
    return stored;
  }

  private async storedAnswer(sql: Sql, call: Call): Promise<{ answer: unknown } | undefined> {
    const [stored] = await sql<{ request_hash: Buffer; hash_keyed: boolean; answer: unknown; erased_at: Date | null }>(
      `select request_hash, hash_keyed, answer, erased_at from pli.idempotency_keys where key = $1`,
      [call.idempotencyKey],
    );
    if (stored === undefined) return undefined;
    const hash = call.requestHash();
    const asked = stored.hash_keyed ? requestName(this.masterKey, hash) : hash;
    if (!stored.request_hash.equals(asked))
      throw new MailError(
        'idempotency_key_reused',
        'This Idempotency-Key was used for another request. Take a new key for a new order.',
      );
    if (stored.answer === null && stored.erased_at !== null)
      throw new MailError(
        'answer_erased',
        'What was made under this Idempotency-Key was deleted since, and its answer with it. Take a new key to make another.',
      );
    return stored;
  }
}

const actOf = ({ caller, requestId }: Call): Act => ({ actor: actorOf(caller), cause: { request: requestId } });
