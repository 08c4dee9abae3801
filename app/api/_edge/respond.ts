import { findFault, StoreUnavailable } from '@/lib/kernel/faults';
import { describeError, log, logEveryMinute } from '@/lib/platform/log';
import { PROBLEM_TYPE, problemDocument } from '@/lib/platform/problem';
import { PROBLEMS } from '@/lib/platform/problems';
import { requestId } from '@/lib/platform/request-id';
import { securityHeaders } from '@/lib/platform/security-headers';
import {
  type Operation,
  type Refusal,
  type Replay,
  type Reply,
  type ReplyHeaders,
  refuse,
} from './operation';
import { TimeLimitExceeded } from './time-limit';

export type AnyAnswer = Reply | Replay | Refusal;

/** A request on its way through the wrapper. */
export type Call = { readonly request: Request; readonly url: URL; readonly requestId: string };

export function receive(request: Request): Call {
  return { request, url: new URL(request.url), requestId: requestId(request.headers.get('x-request-id')) };
}

/** Whether a call changes nothing, so that failing leaves nothing unknown. */
export const isRead = (operation: Operation) => operation.method === 'GET' || operation.isRead === true;

const RETRY_AFTER: ReplyHeaders = { 'retry-after': '1' };

/** What the caller is told of a failure: only what is known to have happened, never what broke. */
export function explainFailure(
  operation: Operation,
  { requestId: id }: Call,
  error: unknown,
  hasBegun: boolean,
): Refusal {
  const fault = findFault(error);
  const isStore = fault !== null && fault.name !== 'ConstraintViolation';
  if (!isStore && !(error instanceof TimeLimitExceeded)) {
    const stack =
      error instanceof Error ? error.stack?.split('\n').filter((row) => row.startsWith('    at ')) : [];
    log('error', 'request-failed', {
      requestId: id,
      route: operation.id,
      error: describeError(error),
      stack: stack?.slice(0, 5).join(' ').replaceAll(/\s+/g, ' '),
    });
    return refuse('internal-error');
  }
  logEveryMinute('warn', `request-unavailable:${operation.id}`, {
    requestId: id,
    error: describeError(fault ?? error),
  });
  const hadNoEffect = !hasBegun || fault instanceof StoreUnavailable || isRead(operation);
  return refuse(hadNoEffect ? 'temporarily-unavailable' : 'outcome-unknown');
}

/** What kept answers are as bytes, for as long as they are kept: writing a product out costs as much as all else about it. */
const texts = new WeakMap<object, Uint8Array<ArrayBuffer>>();

function textOf(answer: object): Uint8Array<ArrayBuffer> {
  const known = texts.get(answer);
  if (known !== undefined) return known;
  const text = new TextEncoder().encode(JSON.stringify(answer));
  texts.set(answer, text);
  return text;
}

let fixedHeaders: ReplyHeaders | undefined;

/** Turns an answer into the response, with the headers that every answer has. */
export function respond(
  { request, url, requestId: id }: Call,
  answer: AnyAnswer,
  operation?: Operation,
  limits: ReplyHeaders = {},
): Response {
  fixedHeaders ??= { 'cache-control': 'no-store', ...securityHeaders('api') };
  // One plain object for all of them: the embedded edge writes it out as it is.
  const headers: Record<string, string> = { ...fixedHeaders, 'x-request-id': id, ...limits };
  let status: number;
  let body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
  if (answer.kind === 'refusal') {
    status = PROBLEMS[answer.code].status;
    body = JSON.stringify(problemDocument(answer.code, { ...answer.details, instance: url.pathname }));
    if (status === 503 || answer.code === 'outcome-unknown') Object.assign(headers, RETRY_AFTER);
    Object.assign(headers, answer.details.headers, { 'content-type': PROBLEM_TYPE });
  } else {
    status = answer.status;
    const isFile = answer.kind === 'reply' && answer.body instanceof ReadableStream;
    if (isFile) body = answer.body as ReadableStream<Uint8Array>;
    else if (answer.kind === 'replay') body = answer.body;
    else if (operation?.isKept && answer.body instanceof Object) body = textOf(answer.body);
    else body = JSON.stringify(answer.body) ?? null;
    if (body !== null && !isFile) headers['content-type'] = 'application/json';
    if (operation?.cacheControl !== undefined) headers['cache-control'] = operation.cacheControl;
    Object.assign(headers, answer.kind === 'replay' ? { 'idempotency-replayed': 'true' } : answer.headers);
  }
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}
