import { problemShape } from './shapes';
import { shop } from './shop';

/** What an answer must have, whatever was asked: checked on every call of every test. */
export type Promised = { status: number; headers: Headers; text: string };

/** Words that only come from inside the server: frames, SQL, drivers, database errors. */
const INSIDE =
  /\bat .{0,200}\.(?:m?[jt]s|cjs):\d+|node_modules|\bSELECT\b[\s\S]{0,200}\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.{0,80}\bSET\b|violates (?:unique|check|foreign|not-null)|PL\/pgSQL|pg_catalog|\brelation "|syntax error at or near|invalid input syntax|ECONNREFUSED|ioredis|drizzle|WRONGTYPE|ERR_[A-Z_]{4,}/;

/** Whether a text shows the inside of the server. */
export function showsInside(text: string): boolean {
  return INSIDE.test(text);
}

/**
 * Throws when an answer breaks a promise that holds everywhere: a request id, errors as problem+json whose
 * status is the answer's own, and nothing of the server's inside in an error.
 */
export function assertPromises(request: string, answer: Promised): void {
  const fail = (what: string) => {
    throw new Error(`${request} -> ${answer.status}: ${what}\n${answer.text.slice(0, 600)}`);
  };
  // Next redirects a path with a slash too many before any code of the shop runs; the embedded edge adds the id.
  const isNextRedirect = shop.host === 'next' && answer.status === 308;
  if ((answer.headers.get('x-request-id') ?? '') === '' && !isNextRedirect) fail('no X-Request-Id');
  if (answer.status < 400) return;
  if (showsInside(answer.text)) fail('an error shows the inside of the server');
  const type = answer.headers.get('content-type') ?? 'none';
  if (!/^application\/problem\+json\b/.test(type)) fail(`an error of type ${type}`);
  const problem = problemShape.safeParse(parseJson(answer.text));
  if (!problem.success) fail(`not a problem: ${problem.error.message}`);
  else if (problem.data.status !== answer.status) fail(`the problem says status ${problem.data.status}`);
  if (answer.status === 503 || answer.status === 504) {
    const known = ['temporarily-unavailable', 'outcome-unknown', 'payment-timeout'];
    if (problem.success && !known.includes(problem.data.code))
      fail(`an undocumented code ${problem.data.code}`);
  }
}

/** The JSON value of a text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
