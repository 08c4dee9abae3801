import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '@/stack/edge/read-body';

/** An answer in JSON. `text` is JSON already: Redis integers do not fit a JavaScript number. */
export interface JsonAnswer {
  readonly status: number;
  readonly text: string;
}

/** The services in front of which this stands take about as much. */
const bodyLimits = { maxBytes: 10 * 1024 * 1024, timeoutMs: 30_000 };

/** What a request cannot be answered for, in words for the caller. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** Reads a body whole. @throws BadRequest */
export async function readText(incoming: IncomingMessage): Promise<string> {
  const body = await readBody(incoming, bodyLimits);
  if (body === 'too-large') throw new BadRequest('the request is larger than 10 MiB', 413);
  if (typeof body === 'string') throw new BadRequest('the request did not arrive', 408);
  return body.toString('utf8');
}

/** @throws BadRequest */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('the request is not valid JSON');
  }
}

export function sendJson(outgoing: ServerResponse, { status, text }: JsonAnswer): void {
  if (outgoing.headersSent || outgoing.destroyed) return;
  outgoing.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  outgoing.end(text);
}

/** Compares secrets in a time that does not depend on where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
