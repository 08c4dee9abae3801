import { findEarlierAttempt, type Idempotency, keepAnswer } from '@/lib/platform/idempotency';
import { type Refusal, type Replay, type Reply, refuse, replay, reply } from './operation';

/** How long a repetition waits for the first attempt's answer. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 100;
/** Longer than any attempt may take: whoever owes the answer since then is gone. */
const ABANDONED_MS = 30_000;

type Repeated = Replay | Refusal<'idempotency-key-reused' | 'request-in-progress'>;

/** What a move came to: done now, done before by an equal attempt, or refused. */
export type Move<R extends Refusal> = { readonly kind: 'moved' | 'replayed' } | R;

/**
 * Answers a call whose effect is committed before its answer can be known (money goes back after the decision to give it
 * back). `move` keeps in its own transaction that the key took effect; `see` gives the answer afterwards, which is kept
 * as well. A repetition is answered as the first attempt was; when its process died in between, as things stand then.
 */
export async function answerMove<B, R extends Refusal>(
  intent: Idempotency | null,
  move: () => Promise<Move<R>>,
  see: () => Promise<B>,
): Promise<Reply<200, B> | R | Repeated> {
  const before = intent === null ? null : await repeat(intent, see);
  if (before !== null) return before;
  const moved = await move();
  if (moved.kind === 'refusal') return moved;
  if (intent === null) return reply(200, await see());
  if (moved.kind === 'replayed') return (await repeat(intent, see)) ?? inProgress();
  const seen = await see();
  const body = JSON.stringify(seen);
  const kept = await keepAnswer(intent, 200, body);
  return kept === body ? reply(200, seen) : replay(200, kept);
}

/** The answer to a repetition, waiting for the first attempt if that still runs; null if there was none. */
async function repeat(intent: Idempotency, see: () => Promise<unknown>): Promise<Repeated | null> {
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    const earlier = await findEarlierAttempt(intent);
    if (earlier.kind === 'none') return null;
    if (earlier.kind === 'other-body') return refuse('idempotency-key-reused');
    if (earlier.kind === 'took-effect') return replay(earlier.status, earlier.body);
    if (earlier.ageMs > ABANDONED_MS)
      return replay(200, await keepAnswer(intent, 200, JSON.stringify(await see())));
    if (waitedMs >= PATIENCE_MS) return inProgress();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

const inProgress = () => refuse('request-in-progress', { headers: { 'retry-after': '1' } });
