import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** What a customer's system notes of a submission that was answered 2xx: one line of the client's log, the checker's second witness. */
export interface AcceptedOrder {
  /** When the answer came, ISO. */
  readonly at: string;
  readonly orderId: string;
  readonly letterIds: readonly string[];
  /** Its Idempotency-Key. */
  readonly key: string;
}

/** Notes a submission, on disk before it returns: a witness must not forget when the machine dies. */
export function noteAccepted(file: string, order: AcceptedOrder): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(order) + '\n');
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
