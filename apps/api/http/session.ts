import { createHash, randomBytes } from 'node:crypto';
import type { DeskKind } from '#contracts/api/session';
import type { SignedInBy } from '#database/entities/people';
import type { Mode } from '#database/scope';

/** A row of `pli.door_session`: the desk's columns are null at no desk. */
export interface SessionRow {
  id: string;
  person_id: string;
  membership_id: string | null;
  kind: DeskKind | null;
  account_id: string | null;
  site_id: string | null;
  mode: Mode | null;
  role: string | null;
  scopes: string[] | null;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  second_factor_at: Date | null;
  has_factor: boolean;
  signed_in_by: SignedInBy;
  /** The identity provider that began it: it opens desks of its own owner alone. Null: proofs of the person's own did. */
  identity_provider_id: string | null;
}

/** How far a person has proved to be who they are: `asked` and `to_enrol` open nothing but the way on. */
export type SecondFactor = 'done' | 'asked' | 'to_enrol' | 'not_needed';

/** A person who has signed in, as the door knows them. */
export interface Session {
  readonly id: string;
  /** SHA-256 of its token. */
  readonly hash: Buffer;
  readonly person: string;
  readonly row: SessionRow;
}

/**
 * What a session still owes. Who has a second factor shows it each time; some desks are for people who have one.
 * @param compulsory the kinds of those desks (the setting SECOND_FACTOR_FOR)
 */
export function secondFactorOf(
  { second_factor_at, has_factor, kind }: Pick<SessionRow, 'second_factor_at' | 'has_factor' | 'kind'>,
  compulsory: readonly DeskKind[],
): SecondFactor {
  if (second_factor_at !== null) return 'done';
  if (has_factor) return 'asked';
  return kind !== null && compulsory.includes(kind) ? 'to_enrol' : 'not_needed';
}

/** Whether it is over: not used for too long, or at the end of its whole time. */
export const hasEnded = (row: Pick<SessionRow, 'seen_at' | 'expires_at'>, now: Date, idleSeconds: number): boolean =>
  now >= row.expires_at || now.getTime() - row.seen_at.getTime() > idleSeconds * 1000;

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** A secret of 256 random bits that a browser or a link carries, and the hash that is kept in its place. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOfToken(token) };
}

export const isToken = (text: string): boolean => tokenShape.test(text);
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
