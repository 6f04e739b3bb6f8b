import { randomBytes } from 'node:crypto';
import type { MasterKey } from '#storage/master-key';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
export const RECOVERY_CODES = 10;

/** A set of new recovery codes, `k3v7q-9x1zm-c4b0n`: 75 random bits each, written so that none is read as another. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    [...randomBytes(15)]
      .map((byte) => letters[byte & 31])
      .join('')
      .replace(/(.{5})(?=.)/g, '$1-'),
  );

/** What is kept of a code. Case, blanks and dashes are as people type them; o and l stand for 0 and 1. */
export function recoveryCodeHash(masterKey: MasterKey, person: string, code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return masterKey.keyedHash('recovery code', `${person} ${plain}`).toString('hex');
}
