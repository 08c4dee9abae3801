import { clientAddress } from '@/lib/platform/client-address';
import { countRequest } from '@/lib/platform/rate-limit';
import type { Actor } from '@/lib/staff/actor';
import { findApiKey } from '@/lib/staff/find-api-key';
import { isAllowed, type Permission } from '@/lib/staff/permissions';
import { type Refusal, refuse } from './operation';

/** A kind of credential. One that browsers send by themselves (a cookie) could be used by a stranger's page. */
type Credential = {
  readonly isAmbient: boolean;
  /** The actor behind it, null if it is none of this kind or not valid. */
  readonly resolve: (headers: Headers) => Promise<Actor | null>;
};

const BEARER = /^bearer +(\S+)$/i;

const apiKey: Credential = {
  isAmbient: false,
  resolve: async (headers) => {
    const secret = BEARER.exec(headers.get('authorization') ?? '')?.[1];
    return secret === undefined ? null : findApiKey(secret);
  },
};

/** In the order in which they are tried. */
const CREDENTIALS: readonly Credential[] = [apiKey];

type Denied = Refusal<'unauthenticated' | 'forbidden' | 'cross-origin' | 'rate-limited'>;

/** Who asks, if they may do what the permission opens; else the refusal. Failed attempts are counted by address. */
export async function authenticate(request: Request, permission: Permission): Promise<Actor | Denied> {
  for (const credential of CREDENTIALS) {
    const actor = await credential.resolve(request.headers);
    if (actor === null) continue;
    if (credential.isAmbient && isWrite(request) && isCrossOrigin(request)) return refuse('cross-origin');
    return isAllowed(actor.role, permission) ? actor : refuse('forbidden');
  }
  const { isAllowed: mayTryAgain, headers } = await countRequest(
    'failed-authentication',
    clientAddress(request.headers),
  );
  if (!mayTryAgain) return refuse('rate-limited', { headers });
  return refuse('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
}

const isWrite = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD';

/** Whether a browser says that another site's page sent this. Browsers name the origin of every write. */
export function isCrossOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get('host');
}
