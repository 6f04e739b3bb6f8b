import { deskRoleTable, scopesOfDeskRole, type DeskRole } from '#contracts/api/desk-roles';
import { openDatabase } from '#database/data-source';
import { inLedger, type LedgerTransaction } from '#database/ledger';
import { comparableEmail } from '#domain/people/email';
import { masterKeyOfFile, type MasterKey } from '#storage/master-key';
import { insertDesk } from '../../apps/api/people/keep-desks.ts';
import { sendLink } from '../../apps/api/people/send-link.ts';
import { storePassword } from '../../apps/api/people/store-password.ts';

/** Who gets a desk without anybody who could invite them. */
export interface FirstPerson {
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly role: DeskRole;
  readonly accountId?: string;
  readonly siteId?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where people reach the instance: the setting, else this machine by the name that browsers trust. */
export const publicUrlOf = ({ PUBLIC_URL, API_URL = 'http://127.0.0.1:8080' }: Environment): string =>
  PUBLIC_URL ?? `http://localhost:${new URL(API_URL).port}`;

/**
 * Invites somebody in the running instance: the first manager of an installation, or one for whom nobody is left who could. Whoever may read
 * the instance's folder may do this.
 * @returns the link, which is good once
 * @throws MailError `person_known` when they have this desk already
 */
export function inviteFirst(environment: Environment, person: FirstPerson): Promise<string> {
  return asProvider(environment, async (tx, masterKey) => {
    const { id, membership } = await seat(tx, masterKey, person);
    const mail = { to: person.email, name: person.name, language: person.language };
    const parts = { masterKey, origin: publicUrlOf(environment) };
    return sendLink(tx, parts, { kind: 'invitation', person: id, membership, mail });
  });
}

/** Makes a person of the demonstration with a password. @throws MailError `person_known` when they have this desk already */
export async function storePerson(environment: Environment, person: FirstPerson, password: string): Promise<void> {
  const { id, membership } = await asProvider(environment, (tx, masterKey) => seat(tx, masterKey, person));
  await withDatabase(environment, (database) =>
    inLedger(database, { role: 'pli_person', person: id }, act, clock, async (tx) => {
      await storePassword(tx, id, password, [person.email, person.name]);
      await sitDown(tx, { id, membership }, person);
    }),
  );
}

/** An invited person joins and sits down at their desk. */
export async function sitDown(
  tx: LedgerTransaction,
  { id, membership }: { id: string; membership: string },
  { name, language }: Pick<FirstPerson, 'name' | 'language'>,
): Promise<void> {
  await tx.change('person', 'person.joined', [{ id, set: { state: 'active', language }, content: { name } }]);
  await tx.change('membership', 'membership.accepted', [{ id: membership, set: { state: 'active' } }]);
}

const act = { actor: 'command:invite', cause: {} };
const clock = () => new Date();

/** Makes a desk for a person, who has not joined yet. @throws MailError `person_known` when they have this desk already */
export async function seat(
  tx: LedgerTransaction,
  masterKey: MasterKey,
  { email, name, language, role, ...of }: FirstPerson,
): Promise<{ id: string; membership: string }> {
  const emailHash = masterKey.keyedHash('e-mail', comparableEmail(email));
  const [known] = await tx.sql<{ id: string; state: 'invited' | 'active' }>(
    `select id, state from pli.persons where email_hash = $1`,
    [emailHash],
  );
  const { kind } = deskRoleTable[role];
  const membership = await insertDesk(tx, known && { ...known, password_hash: null }, {
    email,
    emailHash,
    name,
    language,
    role,
    scopes: scopesOfDeskRole(role),
    modes: kind === 'account' ? ['test'] : [],
    account_id: of.accountId ?? null,
    site_id: of.siteId ?? null,
  });
  const [row] = await tx.sql<{ person_id: string }>(`select person_id from pli.memberships where id = $1`, [
    membership,
  ]);
  return { id: row?.person_id ?? '', membership };
}

async function asProvider<T>(environment: Environment, work: (tx: LedgerTransaction, key: MasterKey) => Promise<T>) {
  const { MASTER_KEY_FILE } = environment;
  if (MASTER_KEY_FILE === undefined) throw new Error('The running instance does not name its master key.');
  const masterKey = await masterKeyOfFile(MASTER_KEY_FILE);
  return withDatabase(environment, (database) =>
    inLedger(database, { role: 'pli_provider' }, act, clock, (tx) => work(tx, masterKey)),
  );
}

async function withDatabase<T>(
  { API_DATABASE_URL }: Environment,
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  if (API_DATABASE_URL === undefined) throw new Error('The running instance does not name its database.');
  const database = await openDatabase(API_DATABASE_URL, 1);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
