import { type Answer, type ErrorBody, errorBody, type Op } from '../model';
import { isSignedBy } from '../signature';
import { parseRetryAfterMs } from './retry-after';

/** How much of a stranger's answer is kept. */
const MAX_QUOTED = 1_000;

export interface RawAnswer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

/** What an answer of the app means. Everything that is not clearly the SDK's is a failed attempt. */
export function readAnswer(raw: RawAnswer, signingKey: string | null): Answer {
  const answer = raw.status === 201 ? unwrapStream(raw) : raw;
  if (!answer) return failed('The app streamed an answer that cannot be read.');
  const { status, headers, body } = answer;
  const retryAfterMs = parseRetryAfterMs(headers['retry-after']);
  if (status === 401) return failed('The app refused the call (401): the signing keys are not the same.');
  if (headers['x-inngest-sdk'] === undefined) {
    const said = body.slice(0, MAX_QUOTED);
    return failed(
      `What answers at the app's address is not the Inngest SDK (status ${status}): ${said}`,
      retryAfterMs,
    );
  }
  if (signingKey !== null && !isSignedBy(body, signingKey, headers['x-inngest-signature'])) {
    return failed('The answer of the app is not signed with the signing key.');
  }
  const noRetry = headers['x-inngest-no-retry'] === 'true';
  const json = parse(body);
  if (status === 200)
    return json === undefined ? failed('The output is not JSON.') : { kind: 'done', output: body };
  if (status === 206) {
    const ops = Array.isArray(json) ? json : [json];
    if (!ops.every(isOp)) return failed('The app answered 206 with something that is not a list of steps.');
    return { kind: 'ops', ops, noRetry, retryAfterMs };
  }
  return { kind: 'failed', error: readError(json, status), retriable: !noRetry, retryAfterMs };
}

/** What the app or the engine said about an error, with a name and a message in any case. */
export function readError(json: unknown, status?: number): ErrorBody {
  const fallback = status === undefined ? 'Unknown error' : `The app answered with status ${status}.`;
  if (typeof json !== 'object' || json === null) return errorBody(typeof json === 'string' ? json : fallback);
  const { name, message, error, stack, ...others } = json as Record<string, unknown>;
  return {
    ...others,
    name: typeof name === 'string' ? name : 'Error',
    message: typeof message === 'string' ? message : typeof error === 'string' ? error : fallback,
    stack: typeof stack === 'string' ? stack : '',
  };
}

/** Streaming apps answer 201 at once, and send the real answer as JSON in JSON when they have it. */
function unwrapStream(raw: RawAnswer): RawAnswer | null {
  const inner = parse(raw.body.trim());
  if (typeof inner !== 'object' || inner === null) return null;
  const { status, headers, body } = inner as Record<string, unknown>;
  if (typeof status !== 'number' || typeof body !== 'string') return null;
  const lowered = Object.entries((headers ?? {}) as Record<string, string>).map(([k, v]) => [
    k.toLowerCase(),
    v,
  ]);
  return { status, body, headers: { ...raw.headers, ...Object.fromEntries(lowered) } };
}

function isOp(value: unknown): value is Op {
  if (typeof value !== 'object' || value === null) return false;
  const { id, op } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof op === 'string';
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function failed(message: string, retryAfterMs: number | null = null): Answer {
  return { kind: 'failed', error: errorBody(message), retriable: true, retryAfterMs };
}
