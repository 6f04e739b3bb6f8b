import { createHash, randomBytes } from 'node:crypto';
import { keyPrefixes, type NewKey } from '#contracts/api/keys';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new API key (200 random bits), the hash that is stored in its place, and the first characters by which people recognise it. */
export function makeKey(kind: keyof typeof keyPrefixes): { secret: string; hash: Buffer; prefix: string } {
  const random = [...randomBytes(40)].map((byte) => letters[byte & 31]).join('');
  const secret = keyPrefixes[kind] + random;
  return {
    secret,
    hash: createHash('sha256').update(secret).digest(),
    prefix: secret.slice(0, keyPrefixes[kind].length + 4),
  };
}

/** Which prefix a key carries: its role, and for customers the mode. */
export const prefixKindOf = (key: NewKey): keyof typeof keyPrefixes => (key.role === 'customer' ? key.mode : key.role);
