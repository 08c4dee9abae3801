import { canonicalJson } from '@/lib/kernel/canonical-json';
import { findFault, violates } from '@/lib/kernel/faults';
import { sha256Hex } from '@/lib/kernel/sha256';
import { findEarlierAttempt, IDEMPOTENCY_CONSTRAINT, type Idempotency } from '@/lib/platform/idempotency';
import { type Operation, type Refusal, type Replay, refuse, replay } from './operation';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/** The request's Idempotency-Key, null if it has none, or why it cannot be one. */
export function readIdempotencyKey(
  operation: Operation,
  headers: Headers,
): string | null | Refusal<'idempotency-key-required' | 'validation-failed'> {
  if (operation.idempotency === 'none') return null;
  const key = headers.get('idempotency-key');
  if (key === null || key === '')
    return operation.idempotency === 'required' ? refuse('idempotency-key-required') : null;
  if (VISIBLE_ASCII.test(key)) return key;
  const message = 'Must have 1 to 255 visible ASCII characters, and come once.';
  return refuse('validation-failed', { errors: [{ path: 'Idempotency-Key', message }] });
}

/**
 * What an intent goes by: one key within a method, a path and a credential (null: anyone). The fingerprint is of the
 * body as it was sent, not as this release understands it: the next one may fill in another default.
 */
export async function nameIntent(
  call: { method: string; path: string; credential: string | null; key: string },
  body: unknown,
): Promise<Idempotency> {
  const [name, fingerprint] = await Promise.all([
    sha256Hex(JSON.stringify([call.method, call.path, call.credential, call.key])),
    sha256Hex(canonicalJson(body ?? null)),
  ]);
  const id = [
    name.slice(0, 8),
    name.slice(8, 12),
    name.slice(12, 16),
    name.slice(16, 20),
    name.slice(20, 32),
  ];
  return { id: id.join('-'), fingerprint };
}

type Repeated = Replay | Refusal<'idempotency-key-reused' | 'idempotency-key-used' | 'request-in-progress'>;

/** The answer to a repetition of an attempt that took effect, null if there was none. */
export async function answerRepetition(operation: Operation, intent: Idempotency): Promise<Repeated | null> {
  const earlier = await findEarlierAttempt(intent);
  switch (earlier.kind) {
    case 'none':
      return null;
    case 'other-body':
      return refuse('idempotency-key-reused');
    case 'unanswered':
      return refuse('request-in-progress', { headers: { 'retry-after': '1' } });
    case 'took-effect': {
      if (operation.idempotency !== 'secret') return replay(earlier.status, earlier.body);
      const { id } = JSON.parse(earlier.body) as { id: unknown };
      return refuse('idempotency-key-used', { extensions: { id } });
    }
  }
}

/**
 * Runs an attempt that keeps its own answer (`rememberAnswer`), unless an equal one took effect before. Of equal
 * attempts that race one commits: the others wait for it in the database, fail, and repeat its answer; one that waited
 * as long as a statement may is told that the first still runs.
 */
export async function once<A>(
  operation: Operation,
  intent: Idempotency,
  attempt: () => Promise<A>,
): Promise<A | Repeated> {
  if (operation.keepsAnswers === true) return attempt();
  const before = await answerRepetition(operation, intent);
  if (before !== null) return before;
  try {
    return await attempt();
  } catch (error) {
    const hasWaited = isTimeout(error);
    if (!hasWaited && !violates(error, IDEMPOTENCY_CONSTRAINT)) throw error;
    const meanwhile = await answerRepetition(operation, intent);
    if (meanwhile !== null) return meanwhile;
    if (hasWaited) return refuse('request-in-progress', { headers: { 'retry-after': '1' } });
    throw error;
  }
}

/** Whether a statement ended by its time limit, having waited for another's lock. */
function isTimeout(error: unknown): boolean {
  const cause = findFault(error)?.cause as { code?: unknown } | undefined;
  return cause?.code === '57014' || cause?.code === '55P03';
}
