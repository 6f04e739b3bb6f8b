import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskRole } from '#contracts/api/desk-roles';
import { storePerson } from './store-person.ts';

/** People of the demonstration, one a role: invented, at an address that nobody can have (RFC 2606). */
const people: readonly { role: DeskRole; name: string }[] = [
  { role: 'manager', name: 'Hélène Marchand' },
  { role: 'supervisor', name: 'Karim Benali' },
  { role: 'operator', name: 'Lucie Ferrand' },
  { role: 'administrator', name: 'Agnès Morvan' },
  { role: 'sender', name: 'Thomas Leroy' },
  { role: 'auditor', name: 'Inès Caron' },
];

export interface DemonstrationPerson {
  readonly role: DeskRole;
  readonly email: string;
  readonly password: string;
}

const words =
  'abricot balcon caillou dorade ecluse falaise genet hamac iris jonque kayak lampe marais nougat olive pierre quai rivage sable torrent usine verger wagon zinc'.split(
    ' ',
  );
const sentence = (): string => Array.from({ length: 5 }, () => words[randomInt(words.length)]).join(' ');

/** Makes the people where they are missing. Their passwords are made by chance, and kept in the instance's folder for its owner alone. */
export async function preparePeople(
  { folder, environment }: { folder: string; environment: Readonly<Record<string, string>> },
  of: { siteId: string; accountId: string },
): Promise<DemonstrationPerson[]> {
  const file = join(folder, 'demonstration-people.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemonstrationPerson[]) : [];
  for (const { role, name } of people) {
    if (kept.some((person) => person.role === role)) continue;
    const made = { role, email: `${role}@demonstration.example`, password: sentence() };
    const place =
      role === 'operator' || role === 'supervisor'
        ? { siteId: of.siteId }
        : role === 'administrator' || role === 'sender'
          ? { accountId: of.accountId }
          : {};
    await storePerson(environment, { email: made.email, name, language: 'fr', role, ...place }, made.password);
    kept.push(made);
    writeFileSync(`${file}.part`, JSON.stringify(kept, null, 2) + '\n', { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  return kept;
}
