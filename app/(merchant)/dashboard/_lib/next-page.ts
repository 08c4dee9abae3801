const HOME = '/dashboard';

/**
 * Where to go after signing in: the page of the dashboard that was asked for, and never anywhere else, whatever the address
 * bar was made to say.
 */
export function nextPage(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('next');
  if (wanted === null || !URL.canParse(wanted, origin)) return HOME;
  const { origin: itsOrigin, pathname, search: query } = new URL(wanted, origin);
  const isPage = pathname === HOME || pathname.startsWith(`${HOME}/`);
  return itsOrigin === origin && isPage && !pathname.includes('//') ? `${pathname}${query}` : HOME;
}

/** The sign-in page that comes back to `path` afterwards. */
export function signInPath(path: string): string {
  return path === HOME ? `${HOME}/sign-in` : `${HOME}/sign-in?next=${encodeURIComponent(path)}`;
}
