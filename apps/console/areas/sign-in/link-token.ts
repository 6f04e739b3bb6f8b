import { useEffect, useState } from 'react';

const inAddress = (): string => window.location.hash.slice(1);
const clearAddress = (): void => window.history.replaceState(window.history.state, '', window.location.pathname);

/**
 * The token behind the # of a link out of a mail, also of one that is pasted where this page is open already. It leaves the address bar as soon as
 * the page stands: nobody reads it over a shoulder, no history keeps it. Not earlier: a page that waits for its words is begun anew.
 */
export function useLinkToken(): string {
  const [token, setToken] = useState(inAddress);
  useEffect(() => {
    if (inAddress() !== '') clearAddress();
    const again = () => {
      if (inAddress() === '') return;
      setToken(inAddress());
      clearAddress();
    };
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return token;
}
