import { env } from './env';
import { SESSION_POLICIES, type SessionWorld } from './session-policies';

const NAMES: Readonly<Record<SessionWorld, string>> = {
  staff: 'doorbuster-staff',
  cust: 'doorbuster-customer',
};

/**
 * The name of a world's cookie. On HTTPS it begins with __Host-: browsers then take it from this very host alone, so a
 * neighbouring domain cannot slip its own session under ours. Whether it is HTTPS is told by the shop's public address,
 * for behind a proxy that ends TLS every request looks like plain HTTP.
 */
function nameOf(world: SessionWorld, isHttps: boolean): string {
  return `${isHttps ? '__Host-' : ''}${NAMES[world]}`;
}

const isHttps = (url: string) => url.startsWith('https:') || env().PUBLIC_URL.startsWith('https:');

/** The session token that a request brings, or null. */
export function readSessionCookie(world: SessionWorld, request: Request): string | null {
  const header = request.headers.get('cookie');
  if (header === null) return null;
  const name = nameOf(world, isHttps(request.url));
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** The `Set-Cookie` that hands a browser its session, or takes it away (null). No script ever reads it. */
export function sessionCookie(world: SessionWorld, request: Request, token: string | null): string {
  const secure = isHttps(request.url);
  const maxAge = token === null ? 0 : Math.floor(SESSION_POLICIES[world].absoluteMs / 1_000);
  const parts = [`${nameOf(world, secure)}=${token ?? ''}`, 'Path=/', `Max-Age=${maxAge}`, 'HttpOnly'];
  return [...parts, 'SameSite=Lax', ...(secure ? ['Secure'] : [])].join('; ');
}
