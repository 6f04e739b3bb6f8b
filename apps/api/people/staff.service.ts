import { Inject, Injectable } from '@nestjs/common';
import { deskRoleTable } from '#contracts/api/desk-roles';
import type { NewAdministrator, NewStaff, PersonView, StaffChange } from '#contracts/api/people';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import type { LedgerTransaction } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import type { Call } from '../http/caller.ts';
import type { Door } from '../http/door.ts';
import { PublicAddress } from '../http/public-address.ts';
import { notFound, refuseWith } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { DOOR, MASTER_KEY } from '../parts.ts';
import {
  changeDesk,
  deskOfId,
  desksAfter,
  insertDesk,
  mustHoldWhatIsGiven,
  personViewOf,
  removeDesk,
  rightsFor,
  type KeptDesk,
} from './keep-desks.ts';
import { PersonLedger } from './person-ledger.ts';
import { sendLink } from './send-link.ts';

/**
 * The provider's own people (its office, its print rooms, its auditors), and the first people of a customer. Who keeps the staff holds what they
 * give at the provider's desk; print rooms, auditors and customers are staffed by that very right.
 */
@Injectable()
export class StaffService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly people: PersonLedger,
    @Inject(DOOR) private readonly door: Door,
    private readonly publicAddress: PublicAddress,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: PersonView[]; next: string | null }> {
    const rows = await this.ledger.read(call, (sql) =>
      desksAfter(sql, `m.kind <> 'account'`, [], after ?? '', limit + 1),
    );
    return pageFrom(rows.map(personViewOf), limit);
  }

  async listOfAccount(call: Call, account: string, { limit, after }: PageQuery) {
    const rows = await this.ledger.read(call, async (sql) => {
      const [known] = await sql(`select from pli.accounts where id = $1`, [account]);
      if (known === undefined) throw notFound('account');
      return desksAfter(sql, `m.account_id = $3`, [account], after ?? '', limit + 1);
    });
    return pageFrom(rows.map(personViewOf), limit);
  }

  /** Invites somebody of the provider's own. @throws MailError `right_not_held`, `right_unknown`, `person_known`, `request_invalid` */
  async invite(call: Call, given: NewStaff): Promise<PersonView> {
    const { kind } = deskRoleTable[given.role];
    if ((kind === 'site') !== (given.siteId !== undefined))
      refuseWith('request_invalid', [
        {
          code: 'value_invalid',
          detail: 'An operator or supervisor works at a print room, and nobody else does.',
          pointer: '/siteId',
        },
      ]);
    const scopes = rightsFor(given.role, given.scopes);
    if (kind === 'provider') mustHoldWhatIsGiven(scopes, call.caller.scopes);
    const emailHash = this.people.emailHash(given.email);
    const known = await this.door.person(emailHash);
    return this.ledger.write(call, async (tx) => {
      if (given.siteId !== undefined) {
        const [site] = await tx.sql(`select from pli.sites where id = $1`, [given.siteId]);
        if (site === undefined) throw notFound('site');
      }
      const { role, email, name, language, siteId } = given;
      const of = { account_id: null, site_id: siteId ?? null, modes: [] };
      return this.seat(tx, await insertDesk(tx, known, { email, emailHash, name, language, role, scopes, ...of }));
    });
  }

  /** Invites an administrator of a customer. @throws MailError `not_found`, `person_known` */
  async inviteAdministrator(call: Call, account: string, given: NewAdministrator): Promise<PersonView> {
    const emailHash = this.people.emailHash(given.email);
    const known = await this.door.person(emailHash);
    return this.ledger.write(call, async (tx) => {
      const [there] = await tx.sql(`select from pli.accounts where id = $1`, [account]);
      if (there === undefined) throw notFound('account');
      const role = 'administrator';
      const of = { account_id: account, site_id: null, role, scopes: rightsFor(role, undefined) } as const;
      return this.seat(tx, await insertDesk(tx, known, { ...given, emailHash, name: given.name, ...of }));
    });
  }

  inviteAgain(call: Call, id: string): Promise<PersonView> {
    return this.ledger.write(call, async (tx) => {
      const desk = await deskOfId(tx.sql, id);
      if (desk.state !== 'invited') throw new MailError('state_conflict', 'This person has accepted already.');
      tx.tell('provider', 'membership', id, 'membership.invited_again', {});
      return this.seat(tx, id);
    });
  }

  change(call: Call, id: string, change: StaffChange): Promise<PersonView> {
    return this.ledger.write(call, async (tx) => {
      const desk = mustBeStaff(await deskOfId(tx.sql, id));
      await changeDesk(tx, desk, change, desk.kind === 'provider' ? call.caller.scopes : undefined);
      return personViewOf(await deskOfId(tx.sql, id));
    });
  }

  remove(call: Call, id: string): Promise<void> {
    return this.ledger.write(call, async (tx) => removeDesk(tx, mustBeStaff(await deskOfId(tx.sql, id))));
  }

  /**
   * Takes the second factors of somebody who lost them: they set up new ones when they sign in next. Their sessions end.
   * @throws MailError `not_found`
   */
  resetSecondFactor(call: Call, id: string): Promise<PersonView> {
    return this.ledger.write(call, async (tx) => {
      const { person_id: person } = await deskOfId(tx.sql, id);
      await tx.sql(
        `delete from pli.credentials where person_id = $1 and kind in ('totp', 'passkey', 'recovery_code')`,
        [person],
      );
      await tx.sql(`delete from pli.sessions where person_id = $1`, [person]);
      tx.tell('provider', 'person', person, 'person.second_factor_reset', {});
      return personViewOf(await deskOfId(tx.sql, id));
    });
  }

  private async seat(tx: LedgerTransaction, membership: string): Promise<PersonView> {
    const desk = await deskOfId(tx.sql, membership);
    const [place] = await tx.sql<{ name: string }>(
      `select name from pli.accounts where id = $1 union all select name from pli.sites where id = $2`,
      [desk.account_id, desk.site_id],
    );
    await sendLink(
      tx,
      { masterKey: this.masterKey, origin: this.publicAddress.origin },
      {
        kind: 'invitation',
        person: desk.person_id,
        membership,
        mail: { to: desk.email ?? '', name: desk.name ?? '', language: desk.language, organisation: place?.name ?? '' },
      },
    );
    return personViewOf(desk);
  }
}

/** A customer's people are its administrators' to keep. */
function mustBeStaff(desk: KeptDesk): KeptDesk {
  if (desk.kind === 'account') throw notFound('person here');
  return desk;
}
