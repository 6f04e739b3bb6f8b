import { canonicalJson } from './canonical-json.ts';

/** What is hashed of an event of the ledger. Instants are a Date, or ISO 8601 in UTC with milliseconds: both give the same text. */
export interface HashedEvent {
  readonly stream: string;
  readonly number: number;
  readonly subject: string;
  readonly subjectId: string;
  readonly type: string;
  readonly at: Date | string;
  readonly recordedAt: Date | string;
  readonly actor: string;
  readonly cause: unknown;
  readonly data: unknown;
}

/** An event with its place in the chain of its stream; hashes are hexadecimal, that before the first event is empty. */
export interface ChainedEvent extends HashedEvent {
  readonly previousHash: string;
  readonly hash: string;
}

/** SHA-256 of some bytes: WebCrypto's in a browser, any other elsewhere. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer | Uint8Array>;

/** The text of an event that is hashed behind the bytes of the hash before it. */
export function hashedText(e: HashedEvent): string {
  return canonicalJson([
    e.stream,
    e.number,
    e.subject,
    e.subjectId,
    e.type,
    e.at,
    e.recordedAt,
    e.actor,
    e.cause,
    e.data,
  ]);
}

/** The hash that an event must have behind `previousHash`, hexadecimal. */
export async function hashOf(event: HashedEvent, previousHash: string, sha256: Sha256): Promise<string> {
  const text = new TextEncoder().encode(hashedText(event));
  const bytes = new Uint8Array(previousHash.length / 2 + text.length);
  for (let i = 0; i < previousHash.length / 2; i++)
    bytes[i] = Number.parseInt(previousHash.slice(2 * i, 2 * i + 2), 16);
  bytes.set(text, previousHash.length / 2);
  return [...new Uint8Array(await sha256(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Why a link does not hold: it is not the next number, it names another hash before it, or it is not what was hashed. */
export const linkFaults = ['number', 'previous', 'content'] as const;
export type LinkFault = (typeof linkFaults)[number];

/** A place in a stream: the number of an event and its hash. Number 0 with an empty hash is before the first. */
export interface ChainPlace {
  readonly number: number;
  readonly hash: string;
}

/** How an event follows `before`; undefined when the link holds. */
export async function faultOf(before: ChainPlace, event: ChainedEvent, sha256: Sha256): Promise<LinkFault | undefined> {
  if (event.number !== before.number + 1) return 'number';
  if (event.previousHash !== before.hash) return 'previous';
  return (await hashOf(event, event.previousHash, sha256)) === event.hash ? undefined : 'content';
}

/** Where a chain breaks: the event that should follow, and why it does not. */
export interface ChainBreak {
  readonly number: number;
  readonly fault: LinkFault;
}

/**
 * Checks a stream from a place on, slice by slice: every number is there, each event names the hash before it, and hashes to what it says.
 * It stops at the first fault: what follows is parted from the start.
 */
export class ChainCheck {
  private place: ChainPlace;
  private broken: ChainBreak | undefined;

  constructor(
    from: ChainPlace,
    private readonly sha256: Sha256,
  ) {
    this.place = from;
  }

  /** The last place that holds. */
  get upTo(): ChainPlace {
    return this.place;
  }

  /** The first fault; undefined as long as all holds. */
  get breaksAt(): ChainBreak | undefined {
    return this.broken;
  }

  /** Takes the next events in order. @returns whether all holds so far */
  async take(events: readonly ChainedEvent[]): Promise<boolean> {
    for (const event of events) {
      if (this.broken !== undefined) return false;
      const fault = await faultOf(this.place, event, this.sha256);
      if (fault === undefined) this.place = { number: event.number, hash: event.hash };
      else this.broken = { number: this.place.number + 1, fault };
    }
    return this.broken === undefined;
  }
}
