import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Mode } from '#database/scope';

/**
 * Bytes sealed under an owner's content key. The address is an HMAC-SHA256 of mode and bytes: equal bytes of one owner and mode are
 * stored once, and nobody without the key can tell what an address holds. The bytes are AES-256-GCM encrypted under a key derived
 * (HKDF, RFC 5869) for their address alone.
 */
export function addressOf(contentKey: Buffer, mode: Mode, bytes: Uint8Array): string {
  return createHmac('sha256', derive(contentKey, 'address')).update(`${mode}\0`).update(bytes).digest('hex');
}

/** HMAC-SHA256 of a text under a key of its own: without the content key nobody can try guesses at what was meant. Hex. */
export function keyedName(contentKey: Buffer, mode: Mode, text: string): string {
  return createHmac('sha256', derive(contentKey, 'name')).update(`${mode}\0`).update(text).digest('hex');
}

const version = Buffer.from([1]);

/** As stored: version (1 byte), nonce (12), ciphertext, tag (16). */
export function seal(contentKey: Buffer, address: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(contentKey, `bytes ${address}`), nonce);
  return Buffer.concat([version, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes again; undefined when they are not those of this address, key and mode. */
export function unseal(contentKey: Buffer, mode: Mode, address: string, sealed: Buffer): Buffer | undefined {
  if (sealed.length < 29 || sealed[0] !== version[0]) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', derive(contentKey, `bytes ${address}`), sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(-16));
    const bytes = Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]);
    const found = Buffer.from(addressOf(contentKey, mode, bytes), 'hex');
    return timingSafeEqual(found, Buffer.from(address, 'hex')) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `pli blob ${purpose}`, 32));
}
