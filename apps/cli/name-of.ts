import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';

/**
 * The name of what a command does, made of all that it says: the same command has the same name, so that run again it sends
 * nothing twice. With `again` it gets a name of its own.
 */
export function nameOf(what: string, content: unknown, again: boolean): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 40);
  return `pli-${what}-${digest}${again ? `-${randomUUID()}` : ''}`;
}

/** SHA-256 of a file of any length. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
