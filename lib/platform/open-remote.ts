import { type LookupAddress, lookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address';

/** Whom we may connect to. Tests let their own server in; nothing else gives another than {@link PUBLIC_WEB}. */
export type Reach = (address: string, port: number) => boolean;

export const PUBLIC_WEB: Reach = (address, port) => (port === 80 || port === 443) && isPublicAddress(address);

/** What makes it pointless to go on. */
export class Refused extends Error {}

export type RemoteRequest = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends it, whatever it is at. */
  readonly signal: AbortSignal;
  readonly reach: Reach;
};

/**
 * Sends a request to an address that a stranger may have written, and gives the head of the answer. The address is looked up
 * first, and the connection goes to the very one that was looked at: a name that answers differently the second time gains
 * nothing. A redirect is an answer like any other. No cookie, no credential, no proxy. Throws {@link Refused}, or what Node says.
 */
export function openRemote(address: string, request: RemoteRequest): Promise<IncomingMessage> {
  const { reach, signal, body, method, headers } = request;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new Refused('its address is none of the web');
  const isSecure = url.protocol === 'https:';
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
  // An address in numbers is connected to without being looked up.
  if (isIP(hostname) !== 0 && !reach(hostname, port)) throw new Refused(NOT_PUBLIC);
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = (isSecure ? httpsRequest : httpRequest)(
      {
        method,
        hostname,
        port,
        path: url.pathname + url.search,
        headers: { ...headers, 'accept-encoding': 'identity' },
        agent: false,
        lookup: lookupWithin(reach, port),
        signal,
      },
      resolve,
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

const NOT_PUBLIC = 'its address is not one of the public web';

/** A look-up that gives only addresses that may be connected to, or none: one bad address makes the name a trap. */
function lookupWithin(reach: Reach, port: number): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) answer(error ?? new Error('no address'), '', 0);
      else if (!addresses.every(({ address }) => reach(address, port)))
        answer(new Refused(NOT_PUBLIC), '', 0);
      else if (options.all === true) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

/** Why nothing was answered, in words for whoever wrote the address down. */
export function explainSilence(error: unknown, signal: AbortSignal, timeoutMs: number): string {
  if (error instanceof Refused) return error.message;
  if (signal.aborted) return `its server took longer than ${timeoutMs / 1000} s`;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return WHY[code] ?? 'its server could not be reached';
}

const WHY: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'the name of its server could not be looked up',
  ECONNREFUSED: 'its server does not answer',
  ECONNRESET: 'its server broke off in the middle',
  CERT_HAS_EXPIRED: 'the certificate of its server has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of its server is not valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of its server is for another name',
};
