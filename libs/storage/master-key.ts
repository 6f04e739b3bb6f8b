import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import { MailError } from '#domain/mail-error';
import { writeDurably } from './local-blobs.ts';

/** Wraps the content keys of accounts and sites, so that a stolen database or disk alone reads nothing. */
export interface MasterKey {
  /** The key as it may be stored: AES-256-GCM, bound to its owner's id. */
  wrap(key: Buffer, owner: string): Buffer;
  /** @throws MailError `content_key_damaged` (never): another master key, another owner, or changed bytes */
  unwrap(wrapped: Buffer, owner: string): Buffer;
  /** A keyed hash (HMAC-SHA-256 under a key of that purpose's own): finds a value again without keeping it. */
  keyedHash(purpose: string, value: string | Buffer): Buffer;
}

/**
 * The master key of a file of 64 hex digits; the file is made (readable by its owner only) when it is absent.
 * @throws MailError `master_key_unusable` (never) when the file holds something else
 */
export async function masterKeyOfFile(file: string): Promise<MasterKey> {
  const text = (await readFile(file, 'utf8').catch((error: unknown) => makeFile(file, error))).trim();
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new MailError(
      'master_key_unusable',
      'The master key file does not hold 64 hex digits. Restore it from its backup.',
    );
  return masterKey(Buffer.from(text, 'hex'));
}

async function makeFile(file: string, absent: unknown): Promise<string> {
  if ((absent as NodeJS.ErrnoException).code !== 'ENOENT') throw absent;
  const beside = `${file}.${randomUUID()}`;
  await writeDurably(beside, Buffer.from(randomBytes(32).toString('hex') + '\n'));
  try {
    // Of two processes that start at once, one gives the file its name, whole, and the other finds it there.
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside);
  }
  return readFile(file, 'utf8');
}

/** A master key of 32 bytes. */
export function masterKey(key: Buffer): MasterKey {
  return {
    keyedHash(purpose, value) {
      const own = createHmac('sha256', key).update(`keyed hash of ${purpose}`).digest();
      return createHmac('sha256', own).update(value).digest();
    },
    wrap(content, owner) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
      return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap(wrapped, owner) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12)).setAAD(Buffer.from(owner));
        decipher.setAuthTag(wrapped.subarray(-16));
        return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
      } catch (error) {
        throw new MailError(
          'content_key_damaged',
          'A stored key cannot be opened with this master key. Restore the master key file that belongs to this database.',
          'never',
          error,
        );
      }
    },
  };
}

/** A new content key for an account or a site, wrapped as the row of `content_keys` stores it. */
export function newWrappedKey(master: MasterKey, owner: string): Buffer {
  return master.wrap(randomBytes(32), owner);
}
