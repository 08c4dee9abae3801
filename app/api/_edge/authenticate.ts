import { findCustomerSession } from '@/lib/customers/find-session';
import type { CustomerSession } from '@/lib/customers/model';
import { clientAddress } from '@/lib/platform/client-address';
import { countRequest } from '@/lib/platform/rate-limit';
import { readSessionCookie } from '@/lib/platform/session-cookie';
import type { SessionWorld } from '@/lib/platform/session-policies';
import type { Actor } from '@/lib/staff/actor';
import { findApiKey } from '@/lib/staff/find-api-key';
import { findStaffSession } from '@/lib/staff/find-session';
import type { StaffSession } from '@/lib/staff/model';
import { isAllowed, type Permission } from '@/lib/staff/permissions';
import { type Refusal, refuse } from './operation';

/** A kind of credential. One that browsers send by themselves (a cookie) could be used by a stranger's page. */
type Credential = {
  readonly isAmbient: boolean;
  /** The actor behind it, null if it is none of this kind or not valid. */
  readonly resolve: (request: Request) => Promise<Actor | null>;
};

const BEARER = /^bearer +(\S+)$/i;

const apiKey: Credential = {
  isAmbient: false,
  resolve: async ({ headers }) => {
    const secret = BEARER.exec(headers.get('authorization') ?? '')?.[1];
    return secret === undefined ? null : findApiKey(secret);
  },
};

const staffSession: Credential = {
  isAmbient: true,
  resolve: async (request) => {
    const token = readSessionCookie('staff', request);
    const session = token === null ? null : await findStaffSession(token);
    return session === null ? null : { kind: 'staff', id: session.member.id, role: session.member.role };
  },
};

/** In the order in which they are tried: an API key asks no Redis, so it goes on working without. */
const CREDENTIALS: readonly Credential[] = [apiKey, staffSession];

type Denied = Refusal<'unauthenticated' | 'forbidden' | 'cross-origin' | 'rate-limited'>;

/** Who asks, if they may do what the permission opens; else the refusal. Failed attempts are counted by address. */
export async function authenticate(request: Request, permission: Permission): Promise<Actor | Denied> {
  for (const credential of CREDENTIALS) {
    const actor = await credential.resolve(request);
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

/** The member of staff who is signed in, or the refusal. */
export const authenticateStaff = (request: Request): Promise<StaffSession | Denied> =>
  authenticateSession('staff', request, findStaffSession);

/** The customer who is signed in, or the refusal. */
export const authenticateCustomer = (request: Request): Promise<CustomerSession | Denied> =>
  authenticateSession('cust', request, findCustomerSession);

/** Failed attempts are not counted: a browser whose session is over asks like this too, and no token can be guessed. */
async function authenticateSession<S>(
  world: SessionWorld,
  request: Request,
  find: (token: string) => Promise<S | null>,
): Promise<S | Denied> {
  if (isWrite(request) && isCrossOrigin(request)) return refuse('cross-origin');
  const token = readSessionCookie(world, request);
  const session = token === null ? null : await find(token);
  return session ?? refuse('unauthenticated', { detail: 'Sign in first.' });
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
