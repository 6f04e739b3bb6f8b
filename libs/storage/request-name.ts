import type { MasterKey } from './master-key.ts';

/**
 * The name under which a request is known beside its idempotency key. A plain hash of what was sent would outlive the erasure of what was
 * sent, and whoever guesses a letter could prove it by that.
 * @param hash SHA-256 of method, path and body
 */
export const requestName = (masterKey: MasterKey, hash: Buffer): Buffer => masterKey.keyedHash('idempotency', hash);
