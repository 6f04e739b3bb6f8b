import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { SessionView } from '#contracts/api/session';
import { MailError } from '#domain/mail-error';
import { mailDomainOf } from '#domain/people/mail-domain';
import type { MasterKey } from '#storage/master-key';
import { Guard } from '#telling/guard';
import type { Door, KnownIdentityProvider } from '../../http/door.ts';
import { PublicAddress } from '../../http/public-address.ts';
import { hashOfToken, newToken } from '../../http/session.ts';
import { setSessionCookie } from '../../http/session-cookie.ts';
import { sessionOf, type Visit } from '../../http/visit.ts';
import { DOOR, MASTER_KEY, SETTINGS } from '../../parts.ts';
import type { Settings } from '../../settings.ts';
import { beginSession } from '../begin-session.ts';
import { PersonLedger } from '../person-ledger.ts';
import { SessionService } from '../session.service.ts';
import { SessionViews } from '../session-views.ts';
import { Tries } from '../tries.ts';
import { redirectUriOf, signedOutUriOf } from './addresses.ts';
import { clearFlowCookie, setFlowCookie } from './flow-cookie.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { registrationOf } from './identity-provider-row.ts';
import { personOfClaims, welcome } from './person-of-claims.ts';
import { claimsOf, discover, singleSignOnRefused, wayOutOf, wayTo } from './relying-party.ts';

/** So long may a person take at their identity provider, in milliseconds. */
const FLOW_MS = 10 * 60_000;
const flowData = z.object({ provider: z.string(), state: z.string(), nonce: z.string(), verifier: z.string() });

/** Signing in at one's organisation: OpenID Connect Core 1.0, authorization code with PKCE, state and nonce. */
@Injectable()
export class SingleSignOnService {
  private readonly fetch;

  constructor(
    @Inject(DOOR) private readonly door: Door,
    private readonly people: PersonLedger,
    private readonly tries: Tries,
    private readonly views: SessionViews,
    private readonly session: SessionService,
    private readonly publicAddress: PublicAddress,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.fetch = guardedFetch(new Guard(settings.WEBHOOK_ALLOWED_NETWORKS));
  }

  /**
   * Begins: tells the browser where the people of that e-mail's domain sign in, whether there is such a person or not. The e-mail goes no further.
   * @throws MailError `single_sign_on_missing`, `identity_provider_unreachable` (later), `issuer_refused`, `too_many_tries` (later)
   */
  async begin(visit: Visit, email: string): Promise<{ url: string }> {
    await this.tries.countAddress(visit);
    const provider = await this.door.identityProvider({ domain: mailDomainOf(email) });
    if (provider === undefined)
      throw new MailError(
        'single_sign_on_missing',
        'No organisation signs in here with addresses of this domain. Use your password, or ask your administrator.',
      );
    const { url, secrets } = await wayTo(await this.serverOf(provider), redirectUriOf(this.publicAddress));
    const { token, hash } = newToken();
    const now = this.people.clock();
    const until = new Date(now.getTime() + FLOW_MS);
    await this.door.beginFlow(hash, 'single_sign_on', { provider: provider.id, ...secrets }, until, now);
    setFlowCookie(visit.response, token, this.publicAddress.isSecure);
    return { url };
  }

  /**
   * Takes what the browser was sent back with, once, and begins a session that opens the desks of the identity provider's owner and no other.
   * @param flow the token of the browser that went
   * @param answer what stood behind the `?` of our page
   * @throws MailError `single_sign_on_refused`, `single_sign_on_unknown`, `mail_not_verified`, `subject_differs`, `identity_provider_unreachable`
   * (later), `too_many_tries` (later)
   */
  async complete(visit: Visit, flow: string | undefined, answer: string): Promise<SessionView> {
    await this.tries.countAddress(visit);
    clearFlowCookie(visit.response, this.publicAddress.isSecure);
    const taken = flow && (await this.door.takeFlow(hashOfToken(flow), 'single_sign_on', this.people.clock()));
    const begun = flowData.safeParse(taken).data;
    // One that was taken out of use meanwhile signs nobody in any more.
    const provider = begun && (await this.door.identityProvider({ id: begun.provider }));
    if (begun === undefined || provider === undefined) throw singleSignOnRefused();
    const claims = await claimsOf(await this.serverOf(provider), redirectUriOf(this.publicAddress), answer, begun);
    const found = await personOfClaims({ door: this.door, people: this.people }, provider, claims);
    const token = await this.people.write(found.person, visit, async (tx) => {
      await welcome(tx, found, provider, claims);
      return beginSession(tx, found.person, visit, {
        by: 'single_sign_on',
        secondFactor: provider.vouches,
        seconds: this.settings.SESSION_SECONDS,
        identityProvider: provider.id,
      });
    });
    setSessionCookie(visit.response, token, this.publicAddress.isSecure);
    return this.views.ofToken(token);
  }

  /** Ends the session, and tells where its person signs out at their organisation too. An identity provider that is away keeps nobody in. */
  async end(visit: Visit): Promise<{ url: string | null }> {
    const { identity_provider_id: id } = sessionOf(visit).row;
    await this.session.end(visit, false);
    const provider = id === null ? undefined : await this.door.identityProvider({ id });
    if (provider === undefined) return { url: null };
    const server = await this.serverOf(provider).catch(() => undefined);
    return { url: (server && wayOutOf(server, signedOutUriOf(this.publicAddress))) ?? null };
  }

  private serverOf(provider: KnownIdentityProvider) {
    return discover(registrationOf(provider, this.masterKey), this.fetch);
  }
}
