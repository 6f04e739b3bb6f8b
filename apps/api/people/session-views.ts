import { Inject, Injectable } from '@nestjs/common';
import type { SessionView } from '#contracts/api/session';
import { MailError } from '#domain/mail-error';
import type { Door } from '../http/door.ts';
import { hashOfToken, secondFactorOf, type SessionRow } from '../http/session.ts';
import { DOOR, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { desksOf, deskView } from './desks.ts';
import { PersonLedger } from './person-ledger.ts';

interface Names {
  name: string | null;
  email: string | null;
  language: SessionView['person']['language'];
  factors: SessionView['factors'];
}

/** What a person is told of their session. */
@Injectable()
export class SessionViews {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    private readonly people: PersonLedger,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  ofToken(token: string): Promise<SessionView> {
    return this.ofHash(hashOfToken(token));
  }

  /** Asks the door anew: the session as the next request will find it. */
  async ofHash(hash: Buffer): Promise<SessionView> {
    const row = await this.door.session(hash);
    if (row === undefined) throw new MailError('session_ended', 'Your session is over. Sign in again.');
    return this.of(row);
  }

  async of(row: SessionRow): Promise<SessionView> {
    const { person_id: id } = row;
    const owed = secondFactorOf(row, this.settings.SECOND_FACTOR_FOR);
    return this.people.read(id, async (sql) => {
      const [names] = await sql<Names>(
        `select p.name, p.email, p.language, array(select distinct c.kind from pli.credentials c
           where c.kind in ('totp', 'passkey', 'recovery_code') and c.confirmed_at is not null order by c.kind) as factors
         from pli.persons p where p.id = $1`,
        [id],
      );
      if (names === undefined) throw new Error('a session of nobody');
      const { name, email, language, factors } = names;
      // Who owes a second factor is not told where the person works.
      const desks = owed === 'asked' ? [] : await desksOf(sql, row.identity_provider_id);
      const at = desks.find((desk) => desk.id === row.membership_id);
      return {
        person: { id, name: name ?? '', email: email ?? '', language },
        secondFactor: owed,
        factors,
        desk: at === undefined ? null : deskView(at, row.mode),
        desks: desks.map((desk) => deskView(desk, desk.id === at?.id ? row.mode : null)),
        signedInBy: row.signed_in_by,
        endsAt: row.expires_at.toISOString(),
      };
    });
  }
}
