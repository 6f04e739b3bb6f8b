import { useQuery } from '@tanstack/react-query';
import { asProblem, Problem } from './problem.ts';

export type DeskKind = 'account' | 'site' | 'provider' | 'audit';

/** Where a person works: one membership, with what it may do there. */
export interface Desk {
  readonly id: string;
  readonly kind: DeskKind;
  readonly role: 'customer' | 'operator' | 'provider' | 'auditor';
  readonly name: string;
  readonly accountId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly mode?: 'test' | 'live' | undefined;
  readonly scopes: readonly string[];
}

export interface Session {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: 'fr' | 'en';
  };
  readonly desk: Desk | null;
  readonly desks: readonly Desk[];
}

export const sessionKey = ['get', '/v1/session'] as const;

/** Who is signed in, and at which desk; null when nobody is. */
export const useSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000, meta: { live: false } });

async function readSession(): Promise<Session | null> {
  const response = await fetch('/v1/session', {
    credentials: 'same-origin',
    headers: { 'Pli-Console': '1' },
  }).catch((error: unknown) => {
    throw Problem.unreachable(error);
  });
  if (response.status === 401) return null;
  if (!response.ok) throw await asProblem(response);
  return (await response.json()) as Session;
}

/** Goes to another desk, or to the other mode of this one. Everything on screen is asked for anew. */
export async function changeDesk(desk: { id: string; mode?: 'test' | 'live' | undefined }): Promise<void> {
  const response = await fetch('/v1/session/desk', {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'Pli-Console': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify(desk),
  });
  if (!response.ok) throw await asProblem(response);
}
