/** A field of what was sent that was not accepted, or a line that could not be served. */
export type FieldFault = {
  readonly path: string;
  readonly message: string;
  readonly variantId?: string;
  readonly available?: number;
};

/**
 * Why a call did not succeed. `code` is the shop's own word, or `no-answer`: nothing came back, so a write may have
 * taken effect. `requestId` is what support can look up.
 */
export type ApiProblem = {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  readonly errors: readonly FieldFault[];
  /** Everything the problem said, for members of single codes: `quote`, `orderId`. */
  readonly members: Readonly<Record<string, unknown>>;
};

export type ApiResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** The shop's clock when it answered, to the second. */
      readonly serverTimeMs: number | null;
    }
  | { readonly ok: false; readonly problem: ApiProblem };

export type ApiCall = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the shopper is kept waiting. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
};

const TIMEOUT_MS = 12_000;

/**
 * One call of the shop's own API. Never throws but for an aborted `signal`: no network, a time-out and an answer that
 * is not the API's are the problem `no-answer`. The shape of a success is the contract's, so it is not checked again.
 */
export async function callApi<T>(path: `/api/${string}`, call: ApiCall = {}): Promise<ApiResult<T>> {
  const timeout = AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(path, {
      method: call.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      cache: 'no-store',
      credentials: 'same-origin',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok) return { ok: true, value: body as T, serverTimeMs: serverTime(response) };
    return { ok: false, problem: readProblem(response, body) };
  } catch {
    call.signal?.throwIfAborted();
    return { ok: false, problem: noAnswer };
  }
}

/** Nothing came back, or nothing that is the API's. */
export const noAnswer: ApiProblem = {
  code: 'no-answer',
  status: 0,
  detail: '',
  requestId: null,
  retryAfterSeconds: null,
  errors: [],
  members: {},
};

function serverTime(response: Response): number | null {
  const time = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(time) ? null : time;
}

/** What an answer that is not a success says, whatever it holds. */
export function readProblem(response: Response, body: unknown): ApiProblem {
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  if (typeof members.code !== 'string') return { ...noAnswer, status: response.status };
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    code: members.code,
    status: response.status,
    detail: typeof members.detail === 'string' ? members.detail : '',
    requestId: response.headers.get('x-request-id'),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
    errors: Array.isArray(members.errors) ? (members.errors as FieldFault[]) : [],
    members,
  };
}
