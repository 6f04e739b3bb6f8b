import { randomBytes } from 'node:crypto';
import { idPrefixes, type IdKind } from './ids.ts';

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id of that kind: UUIDv7 (RFC 9562 §5.7) in Crockford's base 32, so that ids sort by the time they were made. */
export function newId(kind: IdKind, now: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i++, value >>= 5n) text = crockford[Number(value & 31n)] + text;
  return `${idPrefixes[kind]}_${text}`;
}
