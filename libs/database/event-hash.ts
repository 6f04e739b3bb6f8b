import { createHash } from 'node:crypto';

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

/** JSON with sorted keys: one text for one value, whatever order PostgreSQL gives the keys back in. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 over the previous event's hash and the event itself: a stream is a chain, any later change breaks it. */
export function eventHash(previous: Buffer, e: LedgerEvent): Buffer {
  const body = [e.stream, e.number, e.subject, e.subject_id, e.type, e.at, e.recorded_at, e.actor, e.cause, e.data];
  return createHash('sha256').update(previous).update(canonicalJson(body)).digest();
}
