import assert from 'node:assert/strict';
import type { z } from 'zod';
import { assertPromises, parseJson } from './promises';
import { type Problem, problemShape } from './shapes';
import { shop } from './shop';

export type Answer = { request: string; status: number; headers: Headers; text: string; body: unknown };

export type CallOptions = {
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, for bodies that are not what they should be. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  /** The Idempotency-Key. */
  key?: string;
  /** An API key, sent as a bearer credential. */
  as?: string;
  /** The direct address of one instance instead of the shop's own. */
  at?: string;
  timeoutMs?: number;
};

/**
 * One request to the shop, its answer read to the end. Throws when no answer comes in time (20 s), when the
 * connection breaks, and when the answer breaks a promise that holds everywhere.
 */
export async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const headers = new Headers(options.headers);
  if (options.json !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/json');
  if (options.key !== undefined) headers.set('idempotency-key', options.key);
  if (options.as !== undefined) headers.set('authorization', `Bearer ${options.as}`);
  const response = await fetch(`${options.at ?? shop.url}${path}`, {
    method,
    headers,
    body: options.json === undefined ? (options.raw ?? null) : JSON.stringify(options.json),
    redirect: 'manual',
    signal: AbortSignal.timeout(options.timeoutMs ?? 20_000),
  });
  const text = await response.text();
  const answer = { request: `${method} ${path}`, status: response.status, headers: response.headers, text };
  assertPromises(answer.request, answer);
  return { ...answer, body: parseJson(text) };
}

/** As `call`, by a merchant with the owner's key. */
export function callAsOwner(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  return call(method, path, { as: shop.ownerKey, ...options });
}

/** The body of an answer that must have `status` and `shape`. */
export function read<Shape extends z.ZodType>(answer: Answer, status: number, shape: Shape): z.infer<Shape> {
  assertStatus(answer, status);
  assert.match(answer.headers.get('content-type') ?? 'none', /^application\/json\b/, answer.request);
  const result = shape.safeParse(answer.body);
  if (result.success) return result.data;
  assert.fail(`${answer.request}: ${result.error.message}\n${answer.text.slice(0, 1_500)}`);
}

/** The problem of an answer that must be refused with `status` and, where the contract names one, `code`. */
export function refused(answer: Answer, status: number, code?: string): Problem {
  assertStatus(answer, status);
  const problem = problemShape.parse(answer.body);
  if (code !== undefined) assert.equal(problem.code, code, `${answer.request}: ${answer.text}`);
  return problem;
}

/** The problem of a 422 that names what is wrong; `path` must be among the fields it names. */
export function invalid(answer: Answer, path?: string): Problem {
  const problem = refused(answer, 422, 'validation-failed');
  const paths = (problem.errors ?? []).map((error) => error.path);
  assert.ok(paths.length > 0, `${answer.request}: a 422 names what is wrong: ${answer.text}`);
  if (path !== undefined) assert.ok(paths.includes(path), `${answer.request}: ${path} is not in ${paths}`);
  return problem;
}

function assertStatus(answer: Answer, status: number): void {
  assert.equal(answer.status, status, `${answer.request}: ${answer.status} ${answer.text.slice(0, 800)}`);
}
