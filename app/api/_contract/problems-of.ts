import type { Operation } from '@/app/api/_edge/operation';
import { PROBLEMS, type ProblemCode } from '@/lib/platform/problems';

/** Every code that a call may be refused with: its own, and those that come with what it takes. By status, then name. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const { actor, idempotency, method, limit } = operation;
  const isWrite = method !== 'GET' && operation.isRead !== true;
  const hasBody = operation.body !== undefined;
  const codes = new Set<ProblemCode>(operation.problems);
  const add = (applies: boolean, ...more: ProblemCode[]) => {
    if (applies) for (const code of more) codes.add(code);
  };
  for (const { absent } of Object.values(operation.params ?? {})) codes.add(absent);
  add(hasBody, 'malformed-json', 'body-too-large', 'unsupported-media-type');
  add(operation.upload !== undefined, 'malformed-request', 'request-timeout', 'validation-failed');
  add(operation.upload !== undefined, 'body-too-large', 'unsupported-media-type');
  add(hasBody || operation.query !== undefined || operation.headers !== undefined, 'validation-failed');
  add(actor !== 'public', 'unauthenticated');
  add(typeof actor === 'object', 'forbidden', 'rate-limited');
  add(actor !== 'public' && isWrite, 'cross-origin');
  add(limit !== null, 'rate-limited');
  add(idempotency === 'required', 'idempotency-key-required');
  add(idempotency === 'secret', 'idempotency-key-used');
  add(idempotency !== 'none', 'idempotency-key-reused', 'request-in-progress', 'validation-failed');
  add(isWrite, 'outcome-unknown');
  add(true, 'internal-error', 'temporarily-unavailable');
  return [...codes].sort((a, b) => PROBLEMS[a].status - PROBLEMS[b].status || a.localeCompare(b));
}
