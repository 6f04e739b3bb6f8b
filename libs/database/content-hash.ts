import { createHmac, randomBytes } from 'node:crypto';
import { canonicalJson } from '#evidence/canonical-json';

/** What the sender said in a letter. These columns may be erased; the ledger knows them by their keyed hash alone. */
export interface LetterContent {
  recipient: unknown;
  sender: unknown;
  data: unknown;
  client_reference: string | null;
}

/**
 * A key for the hashes of one letter or document. It is erased with the content: afterwards nobody can try guesses (a name, an
 * amount) against the hashes that stay in the ledger.
 */
export function newLetterKey(): Buffer {
  return randomBytes(32);
}

/** HMAC-SHA256 of a letter's content under its own key; the checker computes it again from the row. */
export function letterContentHash(key: Buffer, content: LetterContent): Buffer {
  const { recipient, sender, data, client_reference } = content;
  return createHmac('sha256', key)
    .update(canonicalJson([recipient, sender, data, client_reference]))
    .digest();
}

/** HMAC-SHA256 of bytes (a composed letter, an uploaded document) under the key of their letter or document. */
export function bytesHash(key: Buffer, bytes: Uint8Array): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}
