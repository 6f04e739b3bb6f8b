import { randomUUID } from 'node:crypto';
import type { DeskRole } from '#contracts/api/desk-roles';
import { openDatabase } from '#database/data-source';
import { inLedger } from '#database/ledger';
import { masterKeyOfFile } from '#storage/master-key';
import { beginSession } from '../../apps/api/people/begin-session.ts';
import { seat, sitDown } from '../demonstration/store-person.ts';

/** Where somebody sits: an account's desk, a print room's, or neither. */
export interface Desk {
  readonly role: DeskRole;
  readonly accountId?: string;
  readonly siteId?: string;
}

/** Lets people in without a password or a second factor, as only who has the database can. */
export interface People {
  /** A new person at a desk. @returns the token of their session */
  signIn(desk: Desk): Promise<string>;
  close(): Promise<void>;
}

const act = { actor: 'command:fuzz', cause: {} };
const clock = () => new Date();

/** @param environment of the running instance */
export async function openPeople({
  API_DATABASE_URL = '',
  MASTER_KEY_FILE = '',
}: Readonly<Record<string, string>>): Promise<People> {
  const masterKey = await masterKeyOfFile(MASTER_KEY_FILE);
  const database = await openDatabase(API_DATABASE_URL, 2);
  return {
    async signIn(desk) {
      const person = { email: `${randomUUID()}@example.org`, name: 'Odile Perrin', language: 'fr', ...desk } as const;
      const seated = await inLedger(database, { role: 'pli_provider' }, act, clock, (tx) =>
        seat(tx, masterKey, person),
      );
      return inLedger(database, { role: 'pli_person', person: seated.id }, act, clock, async (tx) => {
        await sitDown(tx, seated, person);
        const proof = { by: 'password', secondFactor: true, seconds: 12 * 3600 } as const;
        return beginSession(tx, seated.id, { browser: undefined }, proof);
      });
    },
    close: () => database.destroy(),
  };
}
