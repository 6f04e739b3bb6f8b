import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { NewPasskey, PasskeySignIn } from '#contracts/api/me';
import type { SessionView } from '#contracts/api/session';
import { newId } from '#contracts/new-id';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { Door, KnownPasskey } from '../http/door.ts';
import { PublicAddress } from '../http/public-address.ts';
import { notFound } from '../http/refusal.ts';
import { hashOfToken, isToken, newToken } from '../http/session.ts';
import { setSessionCookie } from '../http/session-cookie.ts';
import { sessionOf, type Visit } from '../http/visit.ts';
import { DOOR, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { AuthenticatorService } from './authenticator.service.ts';
import { beginSession } from './begin-session.ts';
import { MeService } from './me.service.ts';
import { mustHaveOwnProof, mustKeepAFactor, mustNotOweFactor } from './owed-factor.ts';
import { PersonLedger, tellOf } from './person-ledger.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { singleSignOnRequired } from './single-sign-on-required.ts';
import { SessionViews } from './session-views.ts';
import { Tries } from './tries.ts';

/** A person takes so long at most to touch their key, in milliseconds. */
const FLOW_MS = 5 * 60_000;
const flowData = z.object({ challenge: z.string() });

/** Passkeys (Web Authentication): they know their person by a PIN or a finger, so that one stands for both factors. */
@Injectable()
export class PasskeysService {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    private readonly people: PersonLedger,
    private readonly tries: Tries,
    private readonly views: SessionViews,
    private readonly me: MeService,
    private readonly authenticator: AuthenticatorService,
    private readonly secondFactor: SecondFactorService,
    private readonly publicAddress: PublicAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What the browser makes a new passkey of. */
  async offer(visit: Visit) {
    mustNotOweFactor(visit);
    mustHaveOwnProof(visit);
    const { person, id } = sessionOf(visit);
    return this.people.write(person, visit, async ({ sql }) => {
      const [names] = await sql<{ email: string; name: string }>(
        `select coalesce(email, '') as email, coalesce(name, '') as name from pli.persons where id = $1`,
        [person],
      );
      const known = await ownPasskeys(sql);
      const options = await generateRegistrationOptions({
        rpName: 'Pli',
        rpID: this.publicAddress.hostname,
        userName: names?.email ?? '',
        userDisplayName: names?.name ?? '',
        userID: new Uint8Array(Buffer.from(person)),
        excludeCredentials: known,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await sql(`update pli.sessions set challenge = $2 where id = $1`, [id, options.challenge]);
      return { options: options as unknown as Record<string, unknown>, flow: null };
    });
  }

  /** Takes a new passkey into use. @throws MailError `passkey_refused` */
  async add(visit: Visit, { response, label }: NewPasskey): Promise<{ recoveryCodes: string[] }> {
    mustNotOweFactor(visit);
    mustHaveOwnProof(visit);
    const { person, row } = sessionOf(visit);
    const expectedChallenge = await this.takeChallenge(visit);
    const { registrationInfo } = await checked(() =>
      verifyRegistrationResponse({
        ...this.expected,
        expectedChallenge,
        response: response as unknown as RegistrationResponseJSON,
      }),
    );
    if (registrationInfo === undefined) throw refused();
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    const done = await this.people.write(person, visit, async (tx) => {
      await tx.sql(
        `insert into pli.credentials (id, person_id, kind, passkey_id, public_key, counter, transports, label, confirmed_at, created_at)
         values ($1, $2, 'passkey', $3, $4, $5, $6, $7, $8, $8)`,
        [newId('credential', tx.at), person, id, Buffer.from(publicKey), counter, transports ?? [], label, tx.at],
      );
      tellOf(tx, person, 'person.passkey_added');
      await this.me.warn(tx, person, 'passkey');
      return this.authenticator.firstCodes(tx, visit, row.second_factor_at === null ? 'passkey' : undefined);
    });
    if (done.token !== undefined) setSessionCookie(visit.response, done.token, this.publicAddress.isSecure);
    return { recoveryCodes: done.recoveryCodes };
  }

  /** @throws MailError `second_factor_last`, `not_found` */
  async remove(visit: Visit, id: string): Promise<void> {
    mustHaveOwnProof(visit);
    const { person } = sessionOf(visit);
    await this.people.write(person, visit, async (tx) => {
      await mustKeepAFactor(tx, person, { id }, this.settings.SECOND_FACTOR_FOR);
      const gone = await tx.sql(
        `delete from pli.credentials where person_id = $1 and kind = 'passkey' and id = $2 returning id`,
        [person, id],
      );
      if (gone.length === 0) throw notFound('passkey');
      tellOf(tx, person, 'person.passkey_removed');
      await this.me.warn(tx, person, 'passkey');
    });
  }

  /** What the browser asks a passkey for: as the second factor of a session. */
  async askSecondFactor(visit: Visit) {
    const { person, id } = sessionOf(visit);
    return this.people.write(person, visit, async ({ sql }) => {
      const options = await this.questionTo(await ownPasskeys(sql));
      await sql(`update pli.sessions set challenge = $2 where id = $1`, [id, options.challenge]);
      return { options: options as unknown as Record<string, unknown>, flow: null };
    });
  }

  /** Takes a passkey as second factor. @throws MailError `passkey_refused`, `too_many_tries` (later) */
  async giveSecondFactor(visit: Visit, response: Record<string, unknown>): Promise<SessionView> {
    const { person } = sessionOf(visit);
    await this.tries.count(`second factor ${person}`, visit);
    const passkey = await this.passkeyOf(response, await this.takeChallenge(visit));
    if (passkey.person_id !== person) throw refused();
    const token = await this.people.write(person, visit, async (tx) => {
      await noteUse(tx.sql, passkey, tx.at);
      return this.secondFactor.complete(tx, visit, 'passkey');
    });
    await this.tries.forget(`second factor ${person}`);
    setSessionCookie(visit.response, token, this.publicAddress.isSecure);
    return this.views.ofToken(token);
  }

  /** What the browser asks any passkey for: of who signs in without saying who they are. */
  async askSignIn(visit: Visit) {
    await this.tries.countAddress(visit);
    const options = await this.questionTo([]);
    const { token, hash } = newToken();
    const now = this.people.clock();
    await this.door.beginFlow(
      hash,
      'passkey',
      { challenge: options.challenge },
      new Date(now.getTime() + FLOW_MS),
      now,
    );
    return { options: options as unknown as Record<string, unknown>, flow: token };
  }

  /** Signs in by a passkey alone. @throws MailError `passkey_refused`, `single_sign_on_required`, `too_many_tries` (later) */
  async signIn(visit: Visit, { flow, response }: PasskeySignIn): Promise<SessionView> {
    await this.tries.countAddress(visit);
    const taken = isToken(flow)
      ? await this.door.takeFlow(hashOfToken(flow), 'passkey', this.people.clock())
      : undefined;
    const passkey = await this.passkeyOf(response, flowData.safeParse(taken).data?.challenge);
    if (passkey.state !== 'active') throw refused();
    if (await this.door.signsInElsewhere(passkey.person_id)) throw singleSignOnRequired();
    const token = await this.people.write(passkey.person_id, visit, async (tx) => {
      await noteUse(tx.sql, passkey, tx.at);
      const given = { by: 'passkey', secondFactor: true, seconds: this.settings.SESSION_SECONDS } as const;
      return beginSession(tx, passkey.person_id, visit, given);
    });
    setSessionCookie(visit.response, token, this.publicAddress.isSecure);
    return this.views.ofToken(token);
  }

  private questionTo(allowCredentials: { id: string; transports?: string[] }[]) {
    return generateAuthenticationOptions({
      rpID: this.publicAddress.hostname,
      allowCredentials,
      userVerification: 'required',
    });
  }

  /** The passkey that answered, its answer and counter checked. */
  private async passkeyOf(response: Record<string, unknown>, challenge: string | undefined): Promise<KnownPasskey> {
    const known = typeof response.id === 'string' ? await this.door.passkey(response.id) : undefined;
    if (known === undefined || challenge === undefined) throw refused();
    const { verified, authenticationInfo } = await checked(() =>
      verifyAuthenticationResponse({
        ...this.expected,
        expectedChallenge: challenge,
        response: response as unknown as AuthenticationResponseJSON,
        credential: {
          id: response.id as string,
          publicKey: new Uint8Array(known.public_key),
          counter: Number(known.counter),
        },
      }),
    );
    if (!verified) throw refused();
    return { ...known, counter: authenticationInfo.newCounter };
  }

  /** Of this session; it is good once. */
  private async takeChallenge(visit: Visit): Promise<string> {
    const { person, id } = sessionOf(visit);
    const challenge = await this.people.write(person, visit, async ({ sql }) => {
      const [row] = await sql<{ challenge: string | null }>(
        `select challenge from pli.sessions where id = $1 for update`,
        [id],
      );
      await sql(`update pli.sessions set challenge = null where id = $1`, [id]);
      return row?.challenge ?? null;
    });
    if (challenge === null) throw refused();
    return challenge;
  }

  private get expected() {
    const { origin, hostname } = this.publicAddress;
    return { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
  }
}

const refused = (cause?: unknown) =>
  new MailError('passkey_refused', 'The passkey was not recognised, or took too long. Try again.', 'never', cause);

/** The library throws for whatever does not fit. */
async function checked<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    throw refused(error);
  }
}

const ownPasskeys = async (sql: Sql): Promise<{ id: string; transports: string[] }[]> =>
  sql(
    `select passkey_id as id, coalesce(transports, '{}') as transports from pli.credentials where kind = 'passkey' and confirmed_at is not null`,
  );

const noteUse = (sql: Sql, { id, counter }: KnownPasskey, at: Date) =>
  sql(`update pli.credentials set counter = $2, used_at = $3 where id = $1`, [id, counter, at]);
