import { useState } from 'react';

/** The token behind the # of a link out of a mail. It leaves the address bar at once: nobody reads it over a shoulder, no history keeps it. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const given = window.location.hash.slice(1);
    if (given !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
    return given;
  });
  return token;
}
