import { useEffect, useState } from 'react';

/**
 * What stands behind the # of the address, taken out of it: it opens an account, and must not stay in the bar or in the
 * history. Undefined until the page is awake; empty when there is none.
 */
export function useLinkToken(): string | undefined {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const found = location.hash.slice(1);
    setToken((known) => known ?? found);
    if (found !== '') history.replaceState(null, '', location.pathname);
  }, []);
  return token;
}
