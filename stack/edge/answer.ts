import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeError, log } from '@/lib/platform/log';
import { problem } from '@/lib/platform/problem';
import { PROBLEMS, type ProblemCode } from '@/lib/platform/problems';

export interface Refusal {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly retryAfterSeconds?: number;
  /** What the refusal is shown as: problem+json, or a small page a shopper can read. */
  readonly as: 'api' | 'page';
}

/** The path without the query string, which may hold an order's token or a shopper's words. */
export function pathOf(incoming: IncomingMessage): string {
  return incoming.url?.split('?', 1)[0] ?? '';
}

/** Answers in place of a route. Rejects when an answer has begun already. */
export async function refuse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  refusal: Refusal,
): Promise<void> {
  const { code, detail, retryAfterSeconds, as } = refusal;
  const response = problem(code, {
    detail,
    instance: pathOf(incoming),
    headers: {
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
  const body = as === 'api' ? await response.text() : page(code, detail);
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    ...(as === 'api' ? {} : { 'content-type': 'text/html; charset=utf-8' }),
    'content-length': Buffer.byteLength(body),
  });
  outgoing.end(body);
}

/** Logs what went wrong on our side: one line, with the places in the code and none of the request's values. */
export function logFault(event: string, error: unknown, incoming?: IncomingMessage): void {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log('error', event, {
    requestId: incoming === undefined ? undefined : String(incoming.headers['x-request-id'] ?? ''),
    method: incoming?.method,
    path: incoming === undefined ? undefined : pathOf(incoming),
    error: describeError(error),
    frames: frames
      .slice(0, 10)
      .map((frame) => frame.trim().slice('at '.length))
      .join(' < '),
  });
}

function page(code: ProblemCode, detail: string | undefined): string {
  const { title } = PROBLEMS[code];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem;font-weight:600}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}}</style></head>
<body><main><h1>${title}</h1><p>${detail ?? PROBLEMS[code].detail}</p></main></body></html>
`;
}
