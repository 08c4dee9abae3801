import { SUBSCRIBED } from '@/inngest/subscriptions';
import { clientAddress } from '@/lib/platform/client-address';
import { nudgeOutbox } from '@/lib/platform/outbox';
import { countRequest } from '@/lib/platform/rate-limit';
import { authenticate, authenticateCustomer, authenticateStaff } from './authenticate';
import { nameIntent, once, readIdempotencyKey } from './idempotent';
import {
  type Context,
  type Handler,
  type Operation,
  type Refusal,
  refuse,
  type UploadRules,
} from './operation';
import { type PathParts, parseCall } from './parse-call';
import { readJson } from './read-json';
import { type Receive, readUpload } from './read-upload';
import { type AnyAnswer, type Call, explainFailure, isRead, receive, respond } from './respond';
import { withTimeLimit } from './time-limit';

/** A promise of the path's parts, decoded: what Next and the embedded edge pass beside the request. */
export type RouteContext = {
  readonly params: Promise<PathParts>;
};

export type RouteMethod = (request: Request, context: RouteContext) => Promise<Response>;

type Route = {
  readonly operation: Operation;
  readonly handler: (context: Context<Operation>) => Promise<AnyAnswer>;
  readonly receiveFile: Receive | undefined;
};

const READ_TIMEOUT_MS = 8_000;
const WRITE_TIMEOUT_MS = 10_000;

/**
 * Binds an operation to the verb that serves it; its context and answers have the operation's types. One that takes an upload
 * says what receives it (`writeDraft`): that runs on Node alone, and the edge must not carry it.
 */
export function handle<O extends Operation>(
  operation: O,
  handler: Handler<O>,
  ...[receiveFile]: O['upload'] extends UploadRules ? [Receive] : []
): Route {
  return { operation, handler: handler as unknown as Route['handler'], receiveFile };
}

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * A route module's exports, all methods of them, so that both hosts leave every answer to us:
 * `export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(handle(getCart, …))`.
 */
export function serve(...routes: readonly Route[]): Record<(typeof METHODS)[number], RouteMethod> {
  const byMethod = new Map<string, Route>(routes.map((route) => [route.operation.method, route]));
  const get = byMethod.get('GET');
  if (get !== undefined) byMethod.set('HEAD', get);
  const allow = [...byMethod.keys(), 'OPTIONS'].sort().join(', ');
  const answer: RouteMethod = async (request, context) => {
    const call = receive(request);
    if (request.method === 'OPTIONS')
      return respond(call, { kind: 'reply', status: 204, body: undefined, headers: { allow } });
    const route = byMethod.get(request.method);
    if (route === undefined) return respond(call, refuse('method-not-allowed', { headers: { allow } }));
    return run(route, call, context);
  };
  return {
    GET: answer,
    HEAD: answer,
    OPTIONS: answer,
    POST: answer,
    PUT: answer,
    PATCH: answer,
    DELETE: answer,
  };
}

/** What answers whatever no route answers: 404, as every problem. */
export const answerNotFound: RouteMethod = async (request) => respond(receive(request), refuse('not-found'));

async function run(route: Route, call: Call, context: RouteContext): Promise<Response> {
  const progress: Progress = { limits: {}, hasBegun: false };
  let answer: AnyAnswer;
  try {
    answer = await answerCall(route, call, await context.params, progress);
    if (answer.kind === 'reply' && !isRead(route.operation)) nudgeOutbox(SUBSCRIBED);
  } catch (error) {
    answer = explainFailure(route.operation, call, error, progress.hasBegun);
  }
  return respond(call, answer, route.operation, progress.limits);
}

type Progress = {
  limits: Readonly<Record<string, string>>;
  /** Whether the verb was called: until then nothing can have happened. */
  hasBegun: boolean;
};

/** The order in which a call is looked at: who, how often, how much, what; then the verb. */
async function answerCall(
  { operation, handler, receiveFile }: Route,
  call: Call,
  pathParts: PathParts,
  progress: Progress,
): Promise<AnyAnswer> {
  const { request, url } = call;
  const caller = await identify(operation, request);
  if ('kind' in caller) return caller;

  const refusedByLimit = await countCall(operation, call, caller, progress);
  if (refusedByLimit !== null) return refusedByLimit;

  const read = isBodyless(request) ? NOTHING : await readBody(operation, request, receiveFile);
  if (read.kind === 'refusal') return read;
  const body = read.kind === 'json' ? read.value : undefined;
  const upload = read.kind === 'upload' ? read.value : null;

  const key = readIdempotencyKey(operation, request.headers);
  if (key !== null && typeof key !== 'string') return key;

  const parsed = parseCall(operation, url, request.headers, pathParts, body);
  if (parsed.kind === 'refusal') return parsed;

  const { actor, id: credential } = caller;
  const intent =
    key === null
      ? null
      : await nameIntent(
          { method: request.method, path: url.pathname, credential, key },
          upload === null ? body : { hash: upload.hash },
        );

  return withTimeLimit(timeoutOf(operation), (signal) => {
    const attempt = () => {
      progress.hasBegun = true;
      const values = {
        request,
        requestId: call.requestId,
        ...parsed.values,
        ...(upload === null ? {} : { body: upload }),
        actor,
        idempotency: intent,
        signal,
      };
      return handler(values as unknown as Context<Operation>);
    };
    // Checkout keeps its answers with its orders, in the same statement, and looks for itself.
    return intent === null || operation.idempotency === 'required'
      ? attempt()
      : once(operation, intent, attempt);
  });
}

/** Who asks, as the handler sees them, and the id that they are counted by. */
type Caller = { readonly actor: unknown; readonly id: string | null };

async function identify({ actor: wanted }: Operation, request: Request): Promise<Caller | Refusal> {
  switch (wanted) {
    case 'public':
      return { actor: null, id: null };
    case 'staff': {
      const session = await authenticateStaff(request);
      return 'kind' in session ? session : { actor: session, id: session.member.id };
    }
    case 'customer': {
      const session = await authenticateCustomer(request);
      return 'kind' in session ? session : { actor: session, id: session.customer.id };
    }
    default: {
      const actor = await authenticate(request, wanted.permission);
      return actor.kind === 'refusal' ? actor : { actor, id: actor.id };
    }
  }
}

const NOTHING = { kind: 'none' } as const;

function readBody({ upload }: Operation, request: Request, receiveFile: Receive | undefined) {
  return upload === undefined || receiveFile === undefined
    ? readJson(request)
    : readUpload(request, upload, receiveFile);
}

const isBodyless = (request: Request) =>
  request.method === 'GET' || request.method === 'HEAD' || request.method === 'DELETE';
const timeoutOf = (operation: Operation) =>
  operation.timeoutMs ?? (isRead(operation) ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS);

async function countCall(
  { limit }: Operation,
  { request, url }: Call,
  caller: Caller,
  progress: Progress,
): Promise<Refusal | null> {
  if (limit === null) return null;
  if (typeof limit === 'object' && !limit.when.some((name) => url.searchParams.has(name))) return null;
  const policy = typeof limit === 'object' ? limit.policy : limit;
  const verdict = await countRequest(policy, caller.id ?? clientAddress(request.headers));
  progress.limits = verdict.headers;
  return verdict.isAllowed ? null : refuse('rate-limited');
}
