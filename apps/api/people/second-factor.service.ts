import { Inject, Injectable } from '@nestjs/common';
import { verifySync } from 'otplib';
import type { SecondFactorGiven, SessionView } from '#contracts/api/session';
import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { PublicAddress } from '../http/public-address.ts';
import { newToken } from '../http/session.ts';
import { setSessionCookie } from '../http/session-cookie.ts';
import { sessionOf, type Visit } from '../http/visit.ts';
import { MASTER_KEY } from '../parts.ts';
import { PersonLedger, tellOf } from './person-ledger.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { SessionViews } from './session-views.ts';
import { Tries } from './tries.ts';

/** A clock may go wrong by so much, either way, in seconds: one code before and one after (RFC 6238, 5.2). */
const CLOCK_TOLERANCE_SECONDS = 30;

/** What proves, beside the first one, that a session is its person's. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly people: PersonLedger,
    private readonly tries: Tries,
    private readonly views: SessionViews,
    private readonly publicAddress: PublicAddress,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /**
   * Takes a code, each once. The session gets a token of its own then: one that somebody saw before is worth nothing.
   * @throws MailError `second_factor_refused`, `too_many_tries` (later)
   */
  async give(visit: Visit, given: Exclude<SecondFactorGiven, { kind: 'passkey' }>): Promise<SessionView> {
    const { person } = sessionOf(visit);
    const tryOf = `second factor ${person}`;
    await this.tries.count(tryOf, visit, () => this.people.tell(person, visit, 'person.locked'));
    const token = await this.people.write(person, visit, async (tx) => {
      const isRight =
        given.kind === 'totp'
          ? await this.takeTotp(tx, person, given.code)
          : await this.takeRecoveryCode(tx, person, given.code);
      return isRight ? this.complete(tx, visit, given.kind) : undefined;
    });
    if (token === undefined) {
      await this.people.tell(person, visit, 'person.second_factor_refused', { factor: given.kind });
      throw new MailError('second_factor_refused', 'The code does not fit, is old, or was used before.');
    }
    await this.tries.forget(tryOf);
    setSessionCookie(visit.response, token, this.publicAddress.isSecure);
    return this.views.ofToken(token);
  }

  /** Marks the session as proved by a second factor, in the transaction that took it. @returns its new token */
  async complete(tx: LedgerTransaction, visit: Visit, factor: string): Promise<string> {
    const { id, person } = sessionOf(visit);
    const { token, hash } = newToken();
    await tx.sql(`update pli.sessions set second_factor_at = $2, hash = $3, challenge = null where id = $1`, [
      id,
      tx.at,
      hash,
    ]);
    tellOf(tx, person, 'person.second_factor_given', { session: id, factor });
    return token;
  }

  private async takeTotp({ sql, at }: LedgerTransaction, person: string, token: string): Promise<boolean> {
    const [row] = await sql<{ id: string; secret: Buffer; last_step: number | null }>(
      `select id, secret, last_step from pli.credentials where person_id = $1 and kind = 'totp' and confirmed_at is not null for update`,
      [person],
    );
    if (row === undefined) return false;
    const step = stepOfCode(this.masterKey.unwrap(row.secret, row.id), token, at);
    if (step === undefined || (row.last_step !== null && step <= row.last_step)) return false;
    await sql(`update pli.credentials set last_step = $2, used_at = $3 where id = $1`, [row.id, step, at]);
    return true;
  }

  private async takeRecoveryCode({ sql }: LedgerTransaction, person: string, code: string): Promise<boolean> {
    const gone = await sql(
      `delete from pli.credentials where person_id = $1 and kind = 'recovery_code' and hash = $2 returning id`,
      [person, recoveryCodeHash(this.masterKey, person, code)],
    );
    return gone.length > 0;
  }
}

/** The step of time that a code belongs to, near `at`; undefined when it belongs to none (RFC 6238: 6 digits, SHA-1, 30 s). */
export function stepOfCode(secret: Uint8Array, token: string, at: Date): number | undefined {
  const epoch = Math.floor(at.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, epochTolerance: CLOCK_TOLERANCE_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
