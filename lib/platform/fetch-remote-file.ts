import { type LookupAddress, lookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { isPublicAddress } from './public-address';

export type RemoteFile = {
  readonly bytes: Uint8Array;
  /** What its server calls this version of it. */
  readonly etag: string | null;
};

export type RemoteRefusal =
  /** It will not be otherwise if one asks again. */
  | { readonly reason: 'refused'; readonly message: string }
  /** Perhaps later. */
  | { readonly reason: 'unreachable'; readonly message: string };

export type RemoteLimits = {
  readonly maxBytes: number;
  /** For all of it: names, redirects, the last byte. */
  readonly timeoutMs: number;
  readonly accept: string;
};

/** Whom we may connect to. Tests let their own server in; nothing else gives another than {@link PUBLIC_WEB}. */
export type Reach = (address: string, port: number) => boolean;

export const PUBLIC_WEB: Reach = (address, port) => (port === 80 || port === 443) && isPublicAddress(address);

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What a server says that may be over soon. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const USER_AGENT = 'Doorbuster (fetches product images)';

/**
 * Fetches a file from an address that a stranger may have written, within limits. The address is looked up first, and the
 * connection goes to the very one that was looked at: a name that answers differently the second time gains nothing. Each
 * redirect is an address like the first. No cookie, no credential, no proxy.
 */
export async function fetchRemoteFile(
  url: string,
  limits: RemoteLimits,
  reach: Reach = PUBLIC_WEB,
): Promise<Outcome<RemoteFile, RemoteRefusal>> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let address = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    try {
      const answer = await open(address, { accept: limits.accept, signal, reach });
      const next = redirectOf(answer, address);
      if (next === null) return await receive(answer, limits.maxBytes);
      answer.destroy();
      address = next;
    } catch (error) {
      return explain(error, signal, limits.timeoutMs);
    }
  }
  return no('refused', { message: `it is redirected more than ${MAX_REDIRECTS} times` });
}

/** What makes it pointless to go on. */
class Refused extends Error {}

type Opening = { readonly accept: string; readonly signal: AbortSignal; readonly reach: Reach };

/** Sends the request, and gives the head of the answer. */
function open(address: string, { accept, signal, reach }: Opening): Promise<IncomingMessage> {
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
        hostname,
        port,
        path: url.pathname + url.search,
        headers: { accept, 'accept-encoding': 'identity', 'user-agent': USER_AGENT },
        agent: false,
        lookup: lookupWithin(reach, port),
        signal,
      },
      resolve,
    );
    sent.once('error', reject);
    sent.end();
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

function redirectOf(answer: IncomingMessage, from: string): string | null {
  const { location } = answer.headers;
  if (!REDIRECTS.has(answer.statusCode ?? 0) || location === undefined) return null;
  return URL.canParse(location, from) ? new URL(location, from).href : location;
}

async function receive(
  answer: IncomingMessage,
  maxBytes: number,
): Promise<Outcome<RemoteFile, RemoteRefusal>> {
  try {
    const { statusCode = 0, headers } = answer;
    if (statusCode !== 200) {
      const message = `its server answered ${statusCode}`;
      return no(PASSING.has(statusCode) ? 'unreachable' : 'refused', { message });
    }
    const tooLarge = no('refused', { message: `it is larger than ${maxBytes / 1024 / 1024} MiB` } as const);
    if (Number(headers['content-length'] ?? 0) > maxBytes) return tooLarge;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) return tooLarge;
      chunks.push(chunk);
    }
    if (!answer.complete) return no('unreachable', { message: 'its server broke off in the middle' });
    return ok({ bytes: Buffer.concat(chunks), etag: headers.etag ?? null });
  } finally {
    answer.destroy();
  }
}

function explain(error: unknown, signal: AbortSignal, timeoutMs: number): Outcome<never, RemoteRefusal> {
  if (error instanceof Refused) return no('refused', { message: error.message });
  if (signal.aborted)
    return no('unreachable', { message: `its server took longer than ${timeoutMs / 1000} s` });
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const why = WHY[code] ?? 'its server could not be reached';
  return no('unreachable', { message: why });
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
