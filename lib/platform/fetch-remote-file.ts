import type { IncomingMessage } from 'node:http';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { explainSilence, openRemote, PUBLIC_WEB, type Reach, Refused } from './open-remote';

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

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What a server says that may be over soon. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const USER_AGENT = 'Doorbuster (fetches product images)';

/**
 * Fetches a file from an address that a stranger may have written, within limits (see {@link openRemote}). Each redirect is an
 * address like the first.
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
      const answer = await openRemote(address, {
        method: 'GET',
        headers: { accept: limits.accept, 'user-agent': USER_AGENT },
        signal,
        reach,
      });
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
  const message = explainSilence(error, signal, timeoutMs);
  return no(error instanceof Refused ? 'refused' : 'unreachable', { message });
}
