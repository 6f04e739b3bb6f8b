import { useEffect, useState } from 'react';
import { http } from '../../api/client.ts';

/** Where the person wanted to go, kept in this tab while they are at their organisation: it is nobody else's business. */
const NEXT = 'pli-next';

/** Goes to where the people of that e-mail's domain sign in. Throws `Problem` when there is no such place, or it does not answer. */
export async function goToOrganisation(email: string, next: string): Promise<void> {
  const { data } = await http.POST('/v1/session/single-sign-on', { body: { email } });
  sessionStorage.setItem(NEXT, next);
  if (data) window.location.assign(data.url);
}

/** Where they wanted to go, once. */
export function nextAfterOrganisation(): string {
  const next = sessionStorage.getItem(NEXT) ?? '/';
  sessionStorage.removeItem(NEXT);
  return next;
}

/**
 * What the organisation put behind the ? of our address. It leaves the address bar as soon as the page stands: it is good once, and no history
 * keeps it.
 */
export function useAnswer(): string {
  const [answer] = useState(() => window.location.search.slice(1));
  useEffect(() => {
    if (window.location.search !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return answer;
}
