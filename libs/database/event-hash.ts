import { createHash } from 'node:crypto';
import { hashedText } from '#evidence/event-chain';

/** An event of the ledger as it is hashed and stored; times have milliseconds. */
export interface LedgerEvent {
  stream: string;
  number: number;
  subject: string;
  subject_id: string;
  type: string;
  at: Date;
  recorded_at: Date;
  actor: string;
  cause: Cause;
  data: Record<string, unknown>;
}

/** What made a change: the workflow, its run and the hash of the bundle it ran on; or the request. */
export interface Cause {
  workflow?: string;
  run?: string;
  bundle?: string;
  request?: string;
}

/** SHA-256 over the previous event's hash and the event itself: a stream is a chain, any later change breaks it. */
export function eventHash(previous: Buffer, event: LedgerEvent): Buffer {
  const { subject_id: subjectId, recorded_at: recordedAt } = event;
  const text = hashedText({ ...event, subjectId, recordedAt });
  return createHash('sha256').update(previous).update(text).digest();
}
