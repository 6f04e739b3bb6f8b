import { useEffect, useState } from 'react';
import { ChainCheck, hashOf, type ChainBreak, type ChainPlace, type Sha256 } from '#evidence/event-chain';
import { http, type Schemas } from '../../api/client.ts';

type AuditEvent = Schemas['AuditEvent'];
type Stream = Schemas['AuditStream'];

/** WebCrypto is there on https and on this machine alone. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;
const sha256: Sha256 = (bytes) => crypto.subtle.digest('SHA-256', bytes);

export type Verdict = 'checking' | 'holds' | 'broken';
export const keyOf = ({ stream, number }: { stream: string; number: number }): string => `${stream} ${number}`;

/** Whether each event hashes to what it says, computed here, one after the other. */
export function useVerdicts(events: readonly AuditEvent[]): ReadonlyMap<string, Verdict> {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  useEffect(() => {
    let left = false;
    const check = async () => {
      const found = new Map<string, Verdict>();
      for (const event of events) {
        const holds = (await hashOf(event, event.previousHash, sha256)) === event.hash;
        if (left) return;
        found.set(keyOf(event), holds ? 'holds' : 'broken');
      }
      setVerdicts(found);
    };
    if (canHash()) void check();
    return () => {
      left = true;
    };
  }, [events]);
  return verdicts;
}

/** How far the check of a stretch is. */
export interface Progress {
  readonly running: boolean;
  /** Events that hold so far. */
  readonly done: number;
  readonly upTo: ChainPlace;
  readonly breaksAt?: ChainBreak | undefined;
}

/** Reads a stream from the first to the last event about the letter, slice by slice, and checks each link; tells how far it is. */
export async function checkStretch(
  letterId: string,
  { stream, first, last }: Pick<Stream, 'stream' | 'first' | 'last'>,
  tell: (progress: Progress) => void,
): Promise<Progress> {
  let check: ChainCheck | undefined;
  let after: number | null = first - 1;
  while (after !== null) {
    const slice: Slice = await sliceOf(letterId, stream, after, last);
    check ??= new ChainCheck({ number: first - 1, hash: slice.events[0]?.previousHash ?? '' }, sha256);
    after = (await check.take(slice.events)) ? slice.next : null;
    if (after !== null) tell({ running: true, done: check.upTo.number - first + 1, upTo: check.upTo });
  }
  const upTo = check?.upTo ?? { number: first - 1, hash: '' };
  // A stretch that ends too early has lost its end.
  const breaksAt =
    check?.breaksAt ?? (upTo.number < last ? { number: upTo.number + 1, fault: 'number' as const } : undefined);
  return { running: false, done: upTo.number - first + 1, upTo, breaksAt };
}

type Slice = Schemas['StreamSlice'];

async function sliceOf(id: string, stream: string, after: number, to: number): Promise<Slice> {
  const params = { path: { id }, query: { stream, after, to } };
  const { data } = await http.GET('/v1/audit/letters/{id}/stream', { params });
  if (data === undefined) throw new Error('an answer without a body');
  return data;
}
