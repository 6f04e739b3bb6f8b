import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { SessionView, SignIn } from '#contracts/api/session';
import { MailError } from '#domain/mail-error';
import { comparableEmail } from '#domain/people/email';
import type { Door, KnownPerson } from '../http/door.ts';
import { PublicAddress } from '../http/public-address.ts';
import { setSessionCookie } from '../http/session-cookie.ts';
import type { Visit } from '../http/visit.ts';
import { DOOR, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { beginSession } from './begin-session.ts';
import { isPassword } from './password-hash.ts';
import { PersonLedger } from './person-ledger.ts';
import { SessionViews } from './session-views.ts';
import { singleSignOnRequired } from './single-sign-on-required.ts';
import { Tries } from './tries.ts';

/** Signing in with e-mail and password. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    private readonly people: PersonLedger,
    private readonly tries: Tries,
    private readonly views: SessionViews,
    private readonly publicAddress: PublicAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Begins a session. Who is refused learns neither by the answer nor by its time whether anybody has the e-mail.
   * @throws MailError `sign_in_refused`, `single_sign_on_required`, `too_many_tries` (later)
   */
  async withPassword(visit: Visit, { email, password }: SignIn): Promise<SessionView> {
    const from = performance.now();
    await this.tries.countAddress(visit);
    const known = await this.door.person(this.people.emailHash(email));
    const tryOf = `e-mail ${comparableEmail(email)}`;
    try {
      await this.tries.count(tryOf, visit, () => this.tellIf(known, visit, 'person.locked'));
      const isRight = await isPassword(password, known?.password_hash ?? null);
      if (!isRight || known?.state !== 'active') {
        await this.tellIf(known, visit, 'person.sign_in_refused');
        throw refused();
      }
    } catch (error) {
      // All refusals take the same time, longer than the work behind any of them.
      await delay(this.settings.SIGN_IN_REFUSAL_MS - (performance.now() - from));
      throw error;
    }
    await this.tries.forget(tryOf);
    if (await this.door.signsInElsewhere(known.id)) throw singleSignOnRequired();
    return this.begin(visit, known.id);
  }

  private async begin(visit: Visit, person: string): Promise<SessionView> {
    const given = { by: 'password', secondFactor: false, seconds: this.settings.SESSION_SECONDS } as const;
    const token = await this.people.write(person, visit, (tx) => beginSession(tx, person, visit, given));
    setSessionCookie(visit.response, token, this.publicAddress.isSecure);
    return this.views.ofToken(token);
  }

  private async tellIf(known: KnownPerson | undefined, visit: Visit, type: string): Promise<void> {
    if (known !== undefined && known.state !== 'removed') await this.people.tell(known.id, visit, type);
  }
}

const refused = () =>
  new MailError('sign_in_refused', 'E-mail and password do not fit each other. Try again, or recover your access.');
