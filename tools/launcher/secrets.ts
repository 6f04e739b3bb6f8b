import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords of an instance's database roles: made once, kept in `<instance>/secrets.json`, readable by its owner only. */
export interface Secrets {
  readonly postgres: string;
  readonly api: string;
  readonly worker: string;
  readonly checker: string;
}

/** Reads or makes the secrets, and the master key file (64 hex digits) that wraps the accounts' keys. */
export function instanceSecrets(folder: string): Secrets {
  const keyFile = masterKeyFile(folder);
  if (!existsSync(keyFile)) writeFileSync(keyFile, randomBytes(32).toString('hex') + '\n', { mode: 0o600 });
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const password = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = { postgres: password(), api: password(), worker: password(), checker: password() };
  writeFileSync(file, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600 });
  return secrets;
}

export function masterKeyFile(folder: string): string {
  return join(folder, 'master.key');
}
