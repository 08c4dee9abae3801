import type { IncomingMessage, ServerResponse } from 'node:http';

/** One Call Request as it came in, and what was answered. */
export interface Call {
  at: number;
  endedAt: number | null;
  fnId: string;
  /** `step` for a discovery, else the id of the planned step. */
  stepId: string;
  runId: string;
  attempt: number;
  /** The ids of the memoized steps, in the order of `ctx.stack`. */
  stack: readonly string[];
  headers: IncomingMessage['headers'];
  body: CallBody;
  raw: string;
  status: number | null;
  answer: string;
}

export interface CallBody {
  event?: { name: string; id?: string; ts?: number; data: Record<string, unknown> };
  events?: { name: string; data: Record<string, unknown> }[];
  steps?: Record<string, unknown>;
  ctx?: {
    run_id?: string;
    attempt?: number;
    max_attempts?: number;
    use_api?: boolean;
    disable_immediate_execution?: boolean;
    stack?: { stack?: string[]; current?: number };
  };
  use_api?: boolean;
}

/** Listens in on a request and its answer without taking anything from whoever handles them. */
export function listenIn(req: IncomingMessage, res: ServerResponse, calls: Call[]): void {
  if (req.method !== 'POST') return;
  const query = new URL(req.url ?? '/', 'http://app').searchParams;
  const fnId = query.get('fnId');
  if (fnId === null) return;
  const at = Date.now();
  const chunks: Buffer[] = [];
  const emit = req.emit.bind(req);
  req.emit = ((name: string, ...rest: unknown[]) => {
    if (name === 'data') chunks.push(rest[0] as Buffer);
    if (name === 'end') {
      const raw = Buffer.concat(chunks).toString();
      const call = readCall(raw, { at, fnId, stepId: query.get('stepId') ?? '', headers: req.headers });
      calls.push(call);
      listenToAnswer(res, call);
    }
    return emit(name, ...rest);
  }) as typeof req.emit;
}

export function readCall(raw: string, known: Pick<Call, 'at' | 'fnId' | 'stepId' | 'headers'>): Call {
  const body = parseBody(raw);
  return {
    ...known,
    endedAt: null,
    runId: body.ctx?.run_id ?? '',
    attempt: body.ctx?.attempt ?? -1,
    stack: body.ctx?.stack?.stack ?? [],
    body,
    raw,
    status: null,
    answer: '',
  };
}

function listenToAnswer(res: ServerResponse, call: Call): void {
  const chunks: Buffer[] = [];
  for (const name of ['write', 'end'] as const) {
    const original = res[name].bind(res) as (...rest: unknown[]) => unknown;
    res[name] = ((...rest: unknown[]) => {
      const [chunk] = rest;
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
      return original(...rest);
    }) as never;
  }
  res.on('finish', () => {
    call.endedAt = Date.now();
    call.status = res.statusCode;
    call.answer = Buffer.concat(chunks).toString();
  });
}

function parseBody(raw: string): CallBody {
  try {
    return JSON.parse(raw) as CallBody;
  } catch {
    return {};
  }
}
