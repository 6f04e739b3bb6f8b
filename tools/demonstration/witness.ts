import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientLogLine } from '#database/checker/client-log';

/** Where the customers of an instance keep their log: the checker's second witness. */
export const clientLogOf = (instanceFolder: string): string => join(instanceFolder, 'client-log.jsonl');

/** Notes a submission that was answered 2xx, on disk before it returns: a witness must not forget when the machine dies. */
export function noteAccepted(file: string, answered: ClientLogLine): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(answered) + '\n');
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
