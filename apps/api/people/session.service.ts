import { Injectable } from '@nestjs/common';
import type { DeskChoice, SessionView } from '#contracts/api/session';
import { MailError } from '#domain/mail-error';
import { PublicAddress } from '../http/public-address.ts';
import { clearSessionCookie } from '../http/session-cookie.ts';
import { sessionOf, type Visit } from '../http/visit.ts';
import { mustNotOweFactor } from './owed-factor.ts';
import { desksOf, modeFor } from './desks.ts';
import { PersonLedger, tellOf } from './person-ledger.ts';
import { SessionViews } from './session-views.ts';

/** An identity provider's session knows of those that it began; one of the person's own proofs knows of all. $2: by which it began. */
export const seenBy = `($2::text is null or identity_provider_id = $2)`;

/** A session that has begun: what it is, where it works, its end. */
@Injectable()
export class SessionService {
  constructor(
    private readonly people: PersonLedger,
    private readonly views: SessionViews,
    private readonly publicAddress: PublicAddress,
  ) {}

  view(visit: Visit): Promise<SessionView> {
    return this.views.of(sessionOf(visit).row);
  }

  /**
   * Goes to a desk, in one of its modes.
   * @throws MailError `desk_unknown`, `second_factor_missing`
   */
  async takeDesk(visit: Visit, { desk: asked, mode }: DeskChoice): Promise<SessionView> {
    const { id, person, hash, row } = sessionOf(visit);
    mustNotOweFactor(visit);
    await this.people.write(person, visit, async (tx) => {
      const desk = (await desksOf(tx.sql, row.identity_provider_id)).find((each) => each.id === asked);
      const taken = desk === undefined ? null : modeFor(desk, mode);
      if (taken === null)
        throw new MailError(
          'desk_unknown',
          'You have no such desk, or it does not have this mode. Read the session again.',
        );
      const at = [asked, taken ?? null];
      await tx.sql(`update pli.sessions set membership_id = $2, mode = $3 where id = $1`, [id, ...at]);
      await tx.sql(`update pli.persons set last_membership_id = $2, last_mode = $3 where id = $1`, [person, ...at]);
      tellOf(tx, person, 'person.desk_taken', { session: id, membership: asked, ...(taken && { mode: taken }) });
    });
    return this.views.ofHash(hash);
  }

  /** Ends the session, or all of the person's that it may know of. */
  async end(visit: Visit, everywhere: boolean): Promise<void> {
    const { id, person, row } = sessionOf(visit);
    await this.people.write(person, visit, async (tx) => {
      if (everywhere)
        await tx.sql(`delete from pli.sessions where person_id = $1 and ${seenBy}`, [person, row.identity_provider_id]);
      else await tx.sql(`delete from pli.sessions where id = $1`, [id]);
      tellOf(tx, person, 'person.signed_out', { session: id, everywhere });
    });
    clearSessionCookie(visit.response, this.publicAddress.isSecure);
  }
}
