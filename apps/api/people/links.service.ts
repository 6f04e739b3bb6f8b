import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { InvitationAccepted, LinkView, RecoveryCompleted } from '#contracts/api/links';
import type { SessionView } from '#contracts/api/session';
import type { DeskRole } from '#contracts/api/desk-roles';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { comparableEmail } from '#domain/people/email';
import { mailDomainOf } from '#domain/people/mail-domain';
import type { MasterKey } from '#storage/master-key';
import type { Door, KnownLink } from '../http/door.ts';
import { PublicAddress } from '../http/public-address.ts';
import { hashOfToken } from '../http/session.ts';
import { setSessionCookie } from '../http/session-cookie.ts';
import type { Visit } from '../http/visit.ts';
import { DOOR, MASTER_KEY, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { beginSession } from './begin-session.ts';
import { singleSignOnRequired } from './single-sign-on-required.ts';
import { storePassword } from './store-password.ts';
import { PersonLedger, tellOf } from './person-ledger.ts';
import { sendLink, sendMail } from './send-link.ts';
import { SessionViews } from './session-views.ts';
import { Tries } from './tries.ts';

interface Invited {
  email: string | null;
  name: string | null;
  language: 'fr' | 'en';
  person_state: string;
  has_password: boolean;
  /** Null: taken back, or accepted. */
  membership: string | null;
  account_id: string | null;
  /** Whether a password opens the desk. */
  opens: boolean;
  kind: NonNullable<LinkView['desk']>['kind'] | null;
  role: DeskRole | null;
  place: string | null;
}

/** Links that people got by mail: an invitation, or the way back of who cannot sign in. */
@Injectable()
export class LinksService {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    private readonly people: PersonLedger,
    private readonly tries: Tries,
    private readonly views: SessionViews,
    private readonly publicAddress: PublicAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /** What a link is for. @throws MailError `link_over` */
  async look(visit: Visit, token: string): Promise<LinkView> {
    const link = await this.open(visit, token);
    const invited = await this.people.read(link.person_id, (sql) => invitedBy(sql, link));
    const { kind, role, place } = invited;
    return {
      kind: link.kind,
      email: invited.email ?? '',
      name: invited.name ?? '',
      language: invited.language,
      desk: kind !== null && role !== null ? { kind, role, name: place ?? '' } : null,
      asksPassword: link.kind === 'recovery' || !invited.has_password,
      singleSignOn: await this.singleSignOnFor(invited),
      expiresAt: link.expires_at.toISOString(),
    };
  }

  /**
   * Sits an invited person down at their desk and signs them in. Who is new chooses a password, which proves with the link that the e-mail is
   * theirs; who is known from another desk keeps theirs, and signs in with it: a link alone opens no session that has anything in it.
   * @throws MailError `link_over`, `password_refused`, `single_sign_on_required`
   */
  async accept(visit: Visit, given: InvitationAccepted): Promise<SessionView | null> {
    const link = await this.open(visit, given.token);
    if (link.kind !== 'invitation') throw linkOver();
    const person = link.person_id;
    const token = await this.people.write(person, visit, async (tx) => {
      await useLink(tx, link);
      const invited = await invitedBy(tx.sql, link);
      if (invited.membership === null) throw linkOver();
      if (!invited.opens) throw singleSignOnRequired();
      const isNew = invited.person_state === 'invited' && !invited.has_password;
      if (isNew) await this.welcome(tx, person, given, invited);
      await tx.change('membership', 'membership.accepted', [{ id: invited.membership, set: { state: 'active' } }]);
      return isNew ? beginSession(tx, person, visit, this.byPassword) : undefined;
    });
    if (token === undefined) return null;
    setSessionCookie(visit.response, token, this.publicAddress.isSecure);
    return this.views.ofToken(token);
  }

  /** Whether the organisation that invites has an identity provider for the e-mail, which the person may use instead of a password. */
  private async singleSignOnFor({ membership, account_id, email, opens }: Invited): Promise<LinkView['singleSignOn']> {
    if (membership === null) return 'none';
    const provider = await this.door.identityProvider({ domain: mailDomainOf(email ?? '') });
    if (provider === undefined || provider.account_id !== account_id) return 'none';
    return opens ? 'offered' : 'required';
  }

  private async welcome(
    tx: LedgerTransaction,
    person: string,
    given: InvitationAccepted,
    invited: Invited,
  ): Promise<void> {
    if (given.password === undefined)
      throw new MailError('password_missing', 'Choose a password: nobody can sign in without one.');
    const name = given.name ?? invited.name ?? '';
    await storePassword(tx, person, given.password, [invited.email ?? '', name, invited.place ?? '']);
    await tx.change('person', 'person.joined', [
      { id: person, set: { state: 'active', language: given.language ?? invited.language }, content: { name } },
    ]);
  }

  private get byPassword() {
    return { by: 'password', secondFactor: false, seconds: this.settings.SESSION_SECONDS } as const;
  }

  /**
   * Sends the way back to whoever has the e-mail. The answer is the same, and takes as long, when nobody has it.
   * @throws MailError `too_many_tries` (later)
   */
  async askRecovery(visit: Visit, email: string): Promise<void> {
    const from = performance.now();
    await this.tries.countAddress(visit);
    const known = await this.door.person(this.people.emailHash(email));
    await this.tries.count(`recovery ${comparableEmail(email)}`, visit);
    if (known?.state === 'active')
      await this.people.write(known.id, visit, async (tx) => {
        const [person] = await tx.sql<{ email: string; name: string | null; language: 'fr' | 'en' }>(
          `select email, name, language from pli.persons where id = $1`,
          [known.id],
        );
        if (person === undefined) return;
        const { email: to, name, language } = person;
        const parts = { masterKey: this.masterKey, origin: this.publicAddress.origin };
        const mail = { to, name: name ?? '', language };
        await sendLink(tx, parts, { kind: 'recovery', person: known.id, membership: null, mail });
        tellOf(tx, known.id, 'person.recovery_asked');
      });
    await delay(this.settings.SIGN_IN_REFUSAL_MS - (performance.now() - from));
  }

  /**
   * Sets a new password by the link. All sessions end; a second factor is asked as ever, for whoever reads the mails is not yet the person.
   * @throws MailError `link_over`, `password_refused`, `single_sign_on_required`
   */
  async recover(visit: Visit, { token: linkToken, password }: RecoveryCompleted): Promise<SessionView> {
    const link = await this.open(visit, linkToken);
    if (link.kind !== 'recovery') throw linkOver();
    const person = link.person_id;
    if (await this.door.signsInElsewhere(person)) throw singleSignOnRequired();
    const { token, email } = await this.people.write(person, visit, async (tx) => {
      await useLink(tx, link);
      const { email, name, language, person_state } = await invitedBy(tx.sql, link);
      if (person_state !== 'active') throw linkOver();
      await storePassword(tx, person, password, [email ?? '', name ?? '']);
      await tx.sql(`delete from pli.sessions where person_id = $1`, [person]);
      tellOf(tx, person, 'person.recovered');
      const link_ = `${this.publicAddress.origin}/app/me`;
      const letter = {
        kind: 'changed',
        change: 'recovered',
        to: email ?? '',
        name: name ?? '',
        language,
        link: link_,
      } as const;
      await sendMail(tx, this.masterKey, person, letter);
      return { token: await beginSession(tx, person, visit, this.byPassword), email };
    });
    await this.tries.forget(`e-mail ${comparableEmail(email ?? '')}`);
    setSessionCookie(visit.response, token, this.publicAddress.isSecure);
    return this.views.ofToken(token);
  }

  private async open(visit: Visit, token: string): Promise<KnownLink> {
    await this.tries.countAddress(visit);
    const link = await this.door.link(hashOfToken(token));
    if (link === undefined || link.used_at !== null || link.expires_at <= this.people.clock()) throw linkOver();
    return link;
  }
}

const linkOver = () =>
  new MailError(
    'link_over',
    'This link was used already, is too old, or another one was sent since. Ask for a new one.',
  );

/** Two who open a link at once: one has it. @throws MailError `link_over` */
async function useLink({ sql, at }: LedgerTransaction, { id }: KnownLink): Promise<void> {
  const used = await sql(`update pli.person_links set used_at = $2 where id = $1 and used_at is null returning id`, [
    id,
    at,
  ]);
  if (used.length === 0) throw linkOver();
}

async function invitedBy(sql: Sql, { person_id, membership_id }: KnownLink): Promise<Invited> {
  const [row] = await sql<Invited>(
    `select p.email, p.name, p.language, p.state as person_state,
       exists (select from pli.credentials c where c.person_id = p.id and c.kind in ('password', 'single_sign_on')) as has_password,
       m.id as membership, m.account_id, pli.desk_opens(m.account_id, null) as opens, m.kind, m.role, coalesce(a.name, s.name) as place
     from pli.persons p left join pli.memberships m on m.id = $2 and m.state = 'invited'
       left join pli.accounts a on a.id = m.account_id left join pli.sites s on s.id = m.site_id
     where p.id = $1`,
    [person_id, membership_id],
  );
  if (row === undefined) throw linkOver();
  return row;
}
