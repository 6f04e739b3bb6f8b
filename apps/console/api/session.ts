import { useQuery } from '@tanstack/react-query';
import { http, queries, type Schemas } from './client.ts';
import { Problem } from './problem.ts';

/** Where a person works: one membership, with what it may do there. */
export type Desk = Schemas['Desk'];
export type DeskKind = Desk['kind'];
export type Session = Schemas['Session'];
export type Mode = NonNullable<Desk['mode']>;

/** Who is signed in, and at which desk; null when nobody is. */
export const useSession = () =>
  useQuery({ queryKey: ['get', '/v1/session'], queryFn: readSession, staleTime: 60_000, meta: { live: false } });

async function readSession(): Promise<Session | null> {
  try {
    const { data } = await http.GET('/v1/session');
    return data ?? null;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Whether a session opens pages: one that still owes its second factor opens nothing but the way on. */
export const isSignedIn = (session: Session): boolean =>
  session.secondFactor === 'done' || session.secondFactor === 'not_needed';

/** Goes to another desk, or to the other mode of one. Then everything on screen is of that desk: clear what is cached. */
export async function changeDesk(desk: string, mode?: Mode): Promise<void> {
  await http.PUT('/v1/session/desk', { body: { desk, ...(mode && { mode }) } });
}

/** Keeps the language that the person has chosen on screen: mails to them, and the next sign-in anywhere, speak it too. */
export async function keepLanguage(language: Session['person']['language']): Promise<void> {
  await http.PATCH('/v1/me', { body: { language } });
  await queries.invalidateQueries({
    predicate: ({ queryKey }) => ['/v1/session', '/v1/me'].includes(String(queryKey[1])),
  });
}

/** Ends a session that one's organisation began, and tells where one signs out there too; null when it has no such place. */
export async function signOutThere(): Promise<string | null> {
  const { data } = await http.DELETE('/v1/session/single-sign-on');
  return data?.url ?? null;
}

/** Ends the session, or all of the person's. */
export async function signOut(everywhere = false): Promise<void> {
  await http.DELETE('/v1/session', { params: { query: { everywhere: everywhere ? 'true' : 'false' } } });
}
