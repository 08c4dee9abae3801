import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BYTES = 32 * 1024 * 1024;

/** What a route answers. */
export interface Reply {
  status: number;
  body: unknown;
  html?: boolean;
  headers?: Record<string, string>;
}

/** A no that the caller is told: `{ error, status }`, as the SDK wants it of every error. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function json(body: unknown, status = 200): Reply {
  return { status, body };
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new HttpError(413, 'The body is larger than 32 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await readText(request);
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    throw new HttpError(400, 'The body is not JSON.');
  }
  throw new HttpError(400, 'The body is not a JSON object.');
}

export function send(response: ServerResponse, { status, body, html, headers }: Reply): void {
  const text = html ? String(body) : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': html ? 'text/html; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...(html
      ? {
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
        }
      : {}),
    ...headers,
  });
  response.end(text);
}
