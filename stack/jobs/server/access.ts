import type { IncomingMessage } from 'node:http';
import { hashSigningKey, isSame } from '../signature';
import { HttpError } from './http';
import type { Access } from './router';

export interface Keys {
  signingKey: string | null;
  eventKey: string | null;
  /** Nobody but this machine can connect. */
  loopback: boolean;
}

const LOCAL_NAMES = /^(localhost|127(?:\.\d+){3}|\[::1\])(:\d+)?$/i;

/** Throws HttpError if the request may not use a route of this kind. */
export function assertAccess(
  access: Access,
  request: IncomingMessage,
  keys: Keys,
  givenEventKey: string | undefined,
): void {
  if (access === 'open') return;
  if (access === 'event-key') {
    if (keys.eventKey !== null && !isSame(keys.eventKey, givenEventKey ?? '')) {
      throw new HttpError(401, 'The event key is wrong.');
    }
    return;
  }
  if (keys.signingKey === null || (access === 'admin' && keys.loopback)) {
    assertLocalBrowser(request);
  } else if (!holdsKey(request, keys.signingKey)) {
    throw new HttpError(401, 'The signing key is wrong or missing.');
  }
}

/** A page of somebody else, open in a browser of this machine, must not read or cancel what runs here. */
function assertLocalBrowser(request: IncomingMessage): void {
  const { host, origin } = request.headers;
  if (!LOCAL_NAMES.test(host ?? ''))
    throw new HttpError(403, 'This is only for this machine, by a local name.');
  if (request.method === 'GET') return;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new HttpError(403, 'Another page may not do this.');
}

function holdsKey(request: IncomingMessage, signingKey: string): boolean {
  const [scheme, value = ''] = (request.headers.authorization ?? '').split(' ');
  const given =
    scheme === 'Basic'
      ? Buffer.from(value, 'base64')
          .toString()
          .replace(/^[^:]*:/, '')
      : value;
  return isSame(signingKey, given) || isSame(hashSigningKey(signingKey), given);
}
