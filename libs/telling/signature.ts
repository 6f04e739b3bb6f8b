import { createHmac, randomBytes } from 'node:crypto';

/** A new secret: 32 random bytes, as Standard Webhooks 1.0.0 writes them (`whsec_` and base64). */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * The headers of a message by Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body` under each secret, so that both verify
 * while a secret is changed.
 * @param secrets `whsec_…`, the current one first
 */
export function signedHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string } {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret)}`).join(' '),
  };
}
