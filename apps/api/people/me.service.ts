import { Inject, Injectable } from '@nestjs/common';
import type { Me, MeChange, PasswordChange } from '#contracts/api/me';
import type { PersonLetter } from '#contracts/person-mail';
import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { PublicAddress } from '../http/public-address.ts';
import { notFound } from '../http/refusal.ts';
import { sessionOf, type Visit } from '../http/visit.ts';
import { MASTER_KEY, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { desksOf } from './desks.ts';
import { isPassword } from './password-hash.ts';
import { mustHaveOwnProof } from './owed-factor.ts';
import { PersonLedger, tellOf } from './person-ledger.ts';
import { sendMail } from './send-link.ts';
import { seenBy } from './session.service.ts';
import { storePassword } from './store-password.ts';
import { Tries } from './tries.ts';

interface CredentialRow {
  id: string;
  kind: 'password' | 'totp' | 'recovery_code' | 'passkey' | 'single_sign_on';
  label: string | null;
  issuer: string | null;
  used_at: Date | null;
  created_at: Date;
}
interface SessionRow {
  id: string;
  device: string | null;
  created_at: Date;
  seen_at: Date;
}
type Names = Pick<Me, 'name' | 'email' | 'language'>;
const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** What a person sees and changes of their own access. */
@Injectable()
export class MeService {
  constructor(
    private readonly people: PersonLedger,
    private readonly tries: Tries,
    private readonly publicAddress: PublicAddress,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  view(visit: Visit): Promise<Me> {
    const {
      person,
      id,
      row: { identity_provider_id: provider },
    } = sessionOf(visit);
    return this.people.read(person, async (sql) => {
      const names = await namesOf({ sql }, person);
      // An identity provider's session learns nothing of proofs that open other desks.
      const proofs = await sql<CredentialRow>(
        `select id, kind, label, issuer, used_at, created_at from pli.credentials where confirmed_at is not null and $1::text is null order by id`,
        [provider],
      );
      const sessions = await sql<SessionRow>(
        `select id, device, created_at, seen_at from pli.sessions where expires_at > $1 and ${seenBy} order by seen_at desc`,
        [this.people.clock(), provider],
      );
      const of = (kind: CredentialRow['kind']) => proofs.filter((proof) => proof.kind === kind);
      const [password, authenticator] = [of('password')[0], of('totp')[0]];
      return {
        ...names,
        passwordSetAt: iso(password?.created_at ?? null),
        authenticator: authenticator
          ? { createdAt: authenticator.created_at.toISOString(), usedAt: iso(authenticator.used_at) }
          : null,
        recoveryCodesLeft: of('recovery_code').length,
        passkeys: of('passkey').map((passkey) => ({
          id: passkey.id,
          label: passkey.label ?? '',
          createdAt: passkey.created_at.toISOString(),
          usedAt: iso(passkey.used_at),
        })),
        singleSignOn: of('single_sign_on').map(({ issuer, created_at }) => ({
          issuer: issuer ?? '',
          createdAt: created_at.toISOString(),
        })),
        sessions: sessions.map((session) => ({
          id: session.id,
          device: session.device,
          createdAt: session.created_at.toISOString(),
          seenAt: session.seen_at.toISOString(),
          isThis: session.id === id,
        })),
        needsSecondFactor: (await desksOf(sql, provider)).some(({ kind }) =>
          this.settings.SECOND_FACTOR_FOR.includes(kind),
        ),
      };
    });
  }

  async change(visit: Visit, { name, language }: MeChange): Promise<Me> {
    const { person } = sessionOf(visit);
    await this.people.write(person, visit, async (tx) => {
      const now = await namesOf(tx, person);
      await tx.change('person', 'person.changed', [
        { id: person, set: { language: language ?? now.language }, content: { name: name ?? now.name } },
      ]);
    });
    return this.view(visit);
  }

  /**
   * Sets another password; the sessions on other devices end.
   * @throws MailError `password_wrong`, `password_refused`, `proofs_elsewhere`, `too_many_tries` (later)
   */
  async changePassword(visit: Visit, { current, password }: PasswordChange): Promise<void> {
    mustHaveOwnProof(visit);
    const { person, id } = sessionOf(visit);
    const tryOf = `password of ${person}`;
    await this.tries.count(tryOf, visit, () => this.people.tell(person, visit, 'person.locked'));
    const stored = await this.people.read(person, (sql) =>
      sql<{ hash: string }>(`select hash from pli.credentials where kind = 'password'`),
    );
    if (!(await isPassword(current, stored[0]?.hash ?? null))) {
      await this.people.tell(person, visit, 'person.password_refused');
      throw new MailError('password_wrong', 'The present password is another one.');
    }
    await this.people.write(person, visit, async (tx) => {
      const { name, email } = await namesOf(tx, person);
      const places = (await desksOf(tx.sql, null)).map((desk) => desk.name ?? '');
      await storePassword(tx, person, password, [email, name, ...places]);
      await tx.sql(`delete from pli.sessions where person_id = $1 and id <> $2`, [person, id]);
      await this.warn(tx, person, 'password');
    });
    await this.tries.forget(tryOf);
  }

  /** Ends one of the person's sessions. @throws MailError `not_found` */
  endSession(visit: Visit, id: string): Promise<void> {
    const { person, row } = sessionOf(visit);
    return this.people.write(person, visit, async (tx) => {
      const ended = await tx.sql(
        `delete from pli.sessions where id = $1 and person_id = $3 and ${seenBy} returning id`,
        [id, row.identity_provider_id, person],
      );
      if (ended.length === 0) throw notFound('session');
      tellOf(tx, person, 'person.signed_out', { session: id, everywhere: false });
    });
  }

  /** Writes to the person that their access was changed, so that they hear of it when it was not them. */
  async warn(tx: LedgerTransaction, person: string, change: NonNullable<PersonLetter['change']>): Promise<void> {
    const { name, email: to, language } = await namesOf(tx, person);
    const link = `${this.publicAddress.origin}/app/me`;
    await sendMail(tx, this.masterKey, person, { kind: 'changed', change, to, name, language, link });
  }
}

async function namesOf({ sql }: Pick<LedgerTransaction, 'sql'>, person: string): Promise<Names> {
  const [row] = await sql<{ name: string | null; email: string | null; language: Names['language'] }>(
    `select name, email, language from pli.persons where id = $1`,
    [person],
  );
  if (row === undefined) throw new Error('a session of nobody');
  return { name: row.name ?? '', email: row.email ?? '', language: row.language };
}
