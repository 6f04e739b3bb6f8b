import { Inject, Injectable } from '@nestjs/common';
import type { NewPerson, PersonChange, PersonView } from '#contracts/api/people';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import type { LedgerTransaction } from '#database/ledger';
import { peopleScope, type Mode, type Scope, type Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import { customerOf, type Call } from '../http/caller.ts';
import type { Door } from '../http/door.ts';
import { PublicAddress } from '../http/public-address.ts';
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
} from './keep-desks.ts';
import { PersonLedger } from './person-ledger.ts';
import { sendLink } from './send-link.ts';

/** The people of an account, kept by its administrators. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly people: PersonLedger,
    @Inject(DOOR) private readonly door: Door,
    private readonly publicAddress: PublicAddress,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: PersonView[]; next: string | null }> {
    const rows = await this.ledger.read(
      call,
      (sql) => desksAfter(sql, 'true', [], after ?? '', limit + 1),
      scopeOf(call),
    );
    return pageFrom(rows.map(personViewOf), limit);
  }

  one(call: Call, id: string): Promise<PersonView> {
    return this.ledger.read(call, async (sql) => personViewOf(await deskOfId(sql, id)), scopeOf(call));
  }

  /** Invites by e-mail; asked for again under the same Idempotency-Key it is one invitation. */
  async invite(call: Call, given: NewPerson): Promise<PersonView> {
    const emailHash = this.people.emailHash(given.email);
    const known = await this.door.person(emailHash);
    const { account } = customerOf(call);
    return this.ledger.once(
      call,
      201,
      async (tx) => {
        const scopes = rightsFor(given.role, given.scopes);
        mustHoldWhatIsGiven(scopes, call.caller.scopes);
        await mustHaveModes(tx.sql, call, given.modes);
        const { role, modes, email, name, language } = given;
        const of = { account_id: account, site_id: null };
        const id = await insertDesk(tx, known, { email, emailHash, name, language, role, scopes, modes, ...of });
        await this.send(tx, id);
        return personViewOf(await deskOfId(tx.sql, id));
      },
      scopeOf(call),
    );
  }

  /** A new link for who has not accepted; the former one is good no more. @throws MailError `state_conflict` */
  inviteAgain(call: Call, id: string): Promise<PersonView> {
    return this.ledger.write(
      call,
      async (tx) => {
        const desk = await deskOfId(tx.sql, id);
        if (desk.state !== 'invited') throw new MailError('state_conflict', 'This person has accepted already.');
        await this.send(tx, id);
        tx.tell('provider', 'membership', id, 'membership.invited_again', {});
        return personViewOf(desk);
      },
      scopeOf(call),
    );
  }

  change(call: Call, id: string, change: PersonChange): Promise<PersonView> {
    return this.ledger.write(
      call,
      async (tx) => {
        const desk = await deskOfId(tx.sql, id);
        const added = (change.modes ?? []).filter((mode) => !desk.modes.includes(mode));
        await mustHaveModes(tx.sql, call, added);
        await changeDesk(tx, desk, change, call.caller.scopes);
        return personViewOf(await deskOfId(tx.sql, id));
      },
      scopeOf(call),
    );
  }

  remove(call: Call, id: string): Promise<void> {
    return this.ledger.write(call, async (tx) => removeDesk(tx, await deskOfId(tx.sql, id)), scopeOf(call));
  }

  private async send(tx: LedgerTransaction, membership: string): Promise<void> {
    const desk = await deskOfId(tx.sql, membership);
    const [account] = await tx.sql<{ name: string }>(`select name from pli.accounts where id = $1`, [desk.account_id]);
    await sendLink(
      tx,
      { masterKey: this.masterKey, origin: this.publicAddress.origin },
      {
        kind: 'invitation',
        person: desk.person_id,
        membership,
        mail: {
          to: desk.email ?? '',
          name: desk.name ?? '',
          language: desk.language,
          organisation: account?.name ?? '',
        },
      },
    );
  }
}

/** As which an administrator keeps the people of the account. */
export function scopeOf(call: Call): Scope {
  const { account, mode } = customerOf(call);
  return peopleScope(account, mode);
}

/** Who works in test alone lets nobody into live. @throws MailError `right_not_held` */
async function mustHaveModes(sql: Sql, { caller }: Call, modes: readonly Mode[]): Promise<void> {
  const [own] = await sql<{ modes: Mode[] }>(
    `select modes from pli.memberships where person_id = $1 and state = 'active'`,
    [caller.person],
  );
  const missing = modes.filter((mode) => !own?.modes.includes(mode));
  if (missing.length > 0)
    throw new MailError('right_not_held', `You do not work in ${missing.join(' and ')} mode yourself.`);
}
