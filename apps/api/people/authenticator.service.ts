import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import bwip from 'bwip-js/node';
import { generateURI, ScureBase32Plugin } from 'otplib';
import { newId } from '#contracts/new-id';
import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { PublicAddress } from '../http/public-address.ts';
import { setSessionCookie } from '../http/session-cookie.ts';
import { sessionOf, type Visit } from '../http/visit.ts';
import { MASTER_KEY, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { maySetUpFactor, mustHaveOwnProof, mustKeepAFactor } from './owed-factor.ts';
import { MeService } from './me.service.ts';
import { PersonLedger, tellOf } from './person-ledger.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { SecondFactorService, stepOfCode } from './second-factor.service.ts';
import { Tries } from './tries.ts';

/** As long as RFC 4226 (R6) asks: the length of the hash. */
const SECRET_BYTES = 20;

/** The authenticator (TOTP, RFC 6238) of a person, and the codes that stand in for a lost one. */
@Injectable()
export class AuthenticatorService {
  constructor(
    private readonly people: PersonLedger,
    private readonly tries: Tries,
    private readonly me: MeService,
    private readonly secondFactor: SecondFactorService,
    private readonly publicAddress: PublicAddress,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Begins to set one up; one that is in use stays until the new one has given a code. */
  async offer(visit: Visit): Promise<{ secret: string; uri: string; qr: string }> {
    maySetUpFactor(visit);
    const { person } = sessionOf(visit);
    const bytes = randomBytes(SECRET_BYTES);
    const email = await this.people.write(person, visit, async ({ sql, at }) => {
      await sql(`delete from pli.credentials where person_id = $1 and kind = 'totp' and confirmed_at is null`, [
        person,
      ]);
      const id = newId('credential', at);
      await sql(
        `insert into pli.credentials (id, person_id, kind, secret, created_at) values ($1, $2, 'totp', $3, $4)`,
        [id, person, this.masterKey.wrap(bytes, id), at],
      );
      const [row] = await sql<{ email: string | null }>(`select email from pli.persons where id = $1`, [person]);
      return row?.email ?? '';
    });
    const secret = new ScureBase32Plugin().encode(bytes, { padding: false });
    const uri = generateURI({ issuer: `Pli (${this.publicAddress.hostname})`, label: email, secret });
    return { secret, uri, qr: bwip.toSVG({ bcid: 'qrcode', text: uri, scale: 4, paddingwidth: 8, paddingheight: 8 }) };
  }

  /**
   * Takes the new authenticator into use by a code of it; the first second factor of a person brings recovery codes, and completes the session.
   * @throws MailError `second_factor_refused`, `state_conflict`, `too_many_tries` (later)
   */
  async confirm(visit: Visit, code: string): Promise<{ recoveryCodes: string[] }> {
    maySetUpFactor(visit);
    const { person, row } = sessionOf(visit);
    await this.tries.count(`second factor ${person}`, visit);
    const done = await this.people.write(person, visit, async (tx) => {
      const [offered] = await tx.sql<{ id: string; secret: Buffer }>(
        `select id, secret from pli.credentials where person_id = $1 and kind = 'totp' and confirmed_at is null for update`,
        [person],
      );
      if (offered === undefined) throw new MailError('state_conflict', 'No authenticator is being set up. Begin anew.');
      const step = stepOfCode(this.masterKey.unwrap(offered.secret, offered.id), code, tx.at);
      if (step === undefined) return undefined;
      await tx.sql(`delete from pli.credentials where person_id = $1 and kind = 'totp' and id <> $2`, [
        person,
        offered.id,
      ]);
      await tx.sql(`update pli.credentials set confirmed_at = $2, used_at = $2, last_step = $3 where id = $1`, [
        offered.id,
        tx.at,
        step,
      ]);
      tellOf(tx, person, 'person.authenticator_set');
      await this.me.warn(tx, person, 'authenticator');
      return this.firstCodes(tx, visit, row.second_factor_at === null ? 'totp' : undefined);
    });
    if (done === undefined)
      throw new MailError(
        'second_factor_refused',
        'The code does not fit. Check the clock of the device, and try the next one.',
      );
    await this.tries.forget(`second factor ${person}`);
    if (done.token !== undefined) setSessionCookie(visit.response, done.token, this.publicAddress.isSecure);
    return { recoveryCodes: done.recoveryCodes };
  }

  /** @throws MailError `second_factor_last` when a desk of the person asks for one; `proofs_elsewhere` */
  async remove(visit: Visit): Promise<void> {
    mustHaveOwnProof(visit);
    const { person } = sessionOf(visit);
    await this.people.write(person, visit, async (tx) => {
      await mustKeepAFactor(tx, person, { kind: 'totp' }, this.settings.SECOND_FACTOR_FOR);
      await tx.sql(`delete from pli.credentials where person_id = $1 and kind = 'totp'`, [person]);
      tellOf(tx, person, 'person.authenticator_removed');
      await this.me.warn(tx, person, 'authenticator');
    });
  }

  /** New recovery codes; the former ones are good no more. */
  async renewCodes(visit: Visit): Promise<{ recoveryCodes: string[] }> {
    mustHaveOwnProof(visit);
    const { person } = sessionOf(visit);
    return this.people.write(person, visit, async (tx) => {
      const recoveryCodes = await this.storeCodes(tx, person);
      await this.me.warn(tx, person, 'recovery_codes');
      return { recoveryCodes };
    });
  }

  /** What the first second factor of a person brings: recovery codes, and the session's token when it owed one. */
  async firstCodes(tx: LedgerTransaction, visit: Visit, completedBy: string | undefined) {
    const { person } = sessionOf(visit);
    const [some] = await tx.sql(`select from pli.credentials where person_id = $1 and kind = 'recovery_code' limit 1`, [
      person,
    ]);
    const recoveryCodes = some === undefined ? await this.storeCodes(tx, person) : [];
    const token = completedBy === undefined ? undefined : await this.secondFactor.complete(tx, visit, completedBy);
    return { recoveryCodes, token };
  }

  private async storeCodes(tx: LedgerTransaction, person: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await tx.sql(`delete from pli.credentials where person_id = $1 and kind = 'recovery_code'`, [person]);
    for (const code of codes)
      await tx.sql(
        `insert into pli.credentials (id, person_id, kind, hash, confirmed_at, created_at) values ($1, $2, 'recovery_code', $3, $4, $4)`,
        [newId('credential', tx.at), person, recoveryCodeHash(this.masterKey, person, code), tx.at],
      );
    tellOf(tx, person, 'person.recovery_codes_made');
    return codes;
  }
}
