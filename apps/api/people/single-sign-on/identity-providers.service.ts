import { Inject, Injectable } from '@nestjs/common';
import type { IdentityProviderSet, SingleSignOnView } from '#contracts/api/single-sign-on';
import { newId } from '#contracts/new-id';
import type { LedgerTransaction } from '#database/ledger';
import type { Scope } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { Guard } from '#telling/guard';
import type { Call } from '../../http/caller.ts';
import { PublicAddress } from '../../http/public-address.ts';
import { notFound } from '../../http/refusal.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import { MASTER_KEY, SETTINGS } from '../../parts.ts';
import type { Settings } from '../../settings.ts';
import { scopeOf } from '../people.service.ts';
import { redirectUriOf, signedOutUriOf } from './addresses.ts';
import { guardedFetch } from './guarded-fetch.ts';
import {
  identityProviderOf,
  identityProviderViewOf,
  registrationOf,
  type IdentityProviderFacts,
} from './identity-provider-row.ts';
import { mustHoldAllRights, mustSpeakFor } from './may-set-up.ts';
import { discover } from './relying-party.ts';

/** Where the people of an account, and the provider's own, sign in by OpenID Connect: one identity provider an owner. */
@Injectable()
export class IdentityProvidersService {
  private readonly fetch;

  constructor(
    private readonly ledger: ScopedLedger,
    private readonly publicAddress: PublicAddress,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.fetch = guardedFetch(new Guard(settings.WEBHOOK_ALLOWED_NETWORKS));
  }

  /** The one of the caller's account, or the provider's own. */
  async view(call: Call): Promise<SingleSignOnView> {
    const row = await this.ledger.read(call, (sql) => identityProviderOf(sql, ownerOf(call)), scopeFor(call));
    return this.viewOf(row);
  }

  /**
   * Sets it up: its discovery document is read first, through the guard. Another issuer or client is another identity provider: the former one
   * and the sessions that it began end.
   * @throws MailError `issuer_refused`, `issuer_unreadable`, `client_secret_missing`, `right_not_held`, `mail_domain_refused`,
   * `single_sign_on_untried`
   */
  async set(call: Call, given: IdentityProviderSet): Promise<SingleSignOnView> {
    const owner = ownerOf(call);
    const former = await this.ledger.read(call, (sql) => identityProviderOf(sql, owner), scopeFor(call));
    const isSame = former?.issuer === given.issuer && former.client_id === given.clientId;
    const clientSecret =
      given.clientSecret ?? (isSame ? registrationOf(former, this.masterKey).clientSecret : undefined);
    if (clientSecret === undefined)
      throw new MailError('client_secret_missing', 'Give the client secret that the identity provider gave to Pli.');
    // The name that it gives itself, to the letter: it stands in each of its tokens.
    const { issuer } = (await discover({ ...given, clientSecret }, this.fetch).catch(unreadable)).serverMetadata();
    const row = await this.ledger.write(
      call,
      async (tx) => {
        await mustHoldAllRights(tx.sql, call.caller, owner);
        await mustSpeakFor(tx.sql, given.domains, owner);
        // Where there is none yet no row can be locked: of two who set one up at once, the second finds that of the first.
        await tx.sql(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`identity_provider ${owner}`]);
        const now = await identityProviderOf(tx.sql, owner, 'for update');
        const kept = now?.issuer === issuer && now.client_id === given.clientId ? now : undefined;
        if (given.required && !kept?.required && (kept === undefined || call.caller.identityProvider !== kept.id))
          throw untried();
        return kept === undefined
          ? this.replace(tx, now, { ...given, issuer, clientSecret }, owner)
          : this.change(tx, kept, { ...given, clientSecret });
      },
      scopeFor(call),
    );
    return this.viewOf(row);
  }

  /** Takes it out of use: the sessions that it began end, and people prove by themselves who they are. @throws MailError `not_found` */
  remove(call: Call, owner: string | null = ownerOf(call)): Promise<void> {
    return this.ledger.write(
      call,
      async (tx) => {
        const row = await identityProviderOf(tx.sql, owner, 'for update');
        if (row === undefined) throw notFound('identity provider');
        await remove(tx, row);
      },
      scopeFor(call),
    );
  }

  private async replace(
    tx: LedgerTransaction,
    former: IdentityProviderFacts | undefined,
    given: IdentityProviderSet & { clientSecret: string },
    owner: string | null,
  ): Promise<IdentityProviderFacts> {
    if (former !== undefined) await remove(tx, former);
    const id = newId('identity_provider', tx.at);
    const row: IdentityProviderFacts = {
      id,
      account_id: owner,
      issuer: given.issuer,
      client_id: given.clientId,
      client_secret: this.sealed(given.clientSecret, id),
      domains: given.domains,
      required: given.required,
      vouches: given.vouches,
      created_at: tx.at,
    };
    await tx.create('identity_provider', 'identity_provider.set_up', [{ ...row, state: 'active' }]);
    return row;
  }

  private async change(
    tx: LedgerTransaction,
    kept: IdentityProviderFacts,
    { domains, required, vouches, clientSecret }: IdentityProviderSet & { clientSecret: string },
  ): Promise<IdentityProviderFacts> {
    const client_secret = this.sealed(clientSecret, kept.id);
    await tx.change('identity_provider', 'identity_provider.changed', [
      { id: kept.id, set: { required, vouches }, content: { domains, client_secret } },
    ]);
    return { ...kept, domains, required, vouches };
  }

  private sealed(secret: string, id: string): Buffer {
    return this.masterKey.wrap(Buffer.from(secret), id);
  }

  private readonly viewOf = (row: IdentityProviderFacts | undefined): SingleSignOnView => ({
    redirectUri: redirectUriOf(this.publicAddress),
    signedOutUri: signedOutUriOf(this.publicAddress),
    identityProvider: row === undefined ? null : identityProviderViewOf(row),
  });
}

const remove = (tx: LedgerTransaction, { id }: IdentityProviderFacts) =>
  tx.change('identity_provider', 'identity_provider.removed', [{ id, set: { state: 'removed' } }]);

/** Who sets it up is told what to correct: that it may be away for a while is the smaller half of what goes wrong then. */
const unreadable = (error: unknown): never => {
  if (!(error instanceof MailError) || error.code !== 'identity_provider_unreachable') throw error;
  throw new MailError(
    'issuer_unreadable',
    'At this issuer there is no discovery document of OpenID Connect that names it. Check the address, to the letter.',
    'never',
    error,
  );
};

/** The caller's account; null at the provider's desk. */
const ownerOf = ({ caller }: Call): string | null => caller.account ?? null;

/** As whom an owner's people are kept. */
const scopeFor = (call: Call): Scope => (call.caller.account === undefined ? call.caller.scope : scopeOf(call));

/** Who asks for it has come in by it: nobody locks out an organisation by a slip of the pen. */
const untried = (): MailError =>
  new MailError(
    'single_sign_on_untried',
    'Sign in by this identity provider first, and ask for it then: so that nobody is locked out when it does not work.',
  );
