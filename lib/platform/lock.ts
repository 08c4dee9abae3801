import { OutcomeUnknown, StoreUnavailable } from '@/lib/kernel/faults';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Fence, takeFence } from './fence';
import { describeError, logEveryMinute } from './log';
import { redis } from './redis/client';

export type LockOptions = {
  /** How long the lock outlives a holder that died. It is renewed at a third of this while the work runs. */
  readonly ttlMs: number;
  /** How long to wait for another holder; 0: try once. */
  readonly waitMs: number;
};

export type Lock = {
  /** For guarded writes: Postgres refuses it once anybody has had the lock after us, whatever we believe. */
  readonly fence: Fence;
  /** Fires as soon as somebody else may have the lock: renewal found another owner, or did not get through in time. */
  readonly signal: AbortSignal;
};

/** The reason of {@link Lock.signal}. */
export class LockLost extends Error {
  override readonly name = 'LockLost';
}

/** Deletes the lock if it is still its owner's. KEYS[1] lock, ARGV[1] owner. */
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;
/** Gives the lock its whole time again if it is still its owner's. KEYS[1] lock, ARGV[1] owner, ARGV[2] milliseconds. */
const RENEW = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

/**
 * Runs `work` while nobody else runs under the lock of this name (Redis key `lock:{<name>}`, gone after `ttlMs` without
 * its holder), or says `lock-busy`. Redis keeps two from working at once nearly always; it cannot for a holder that was
 * paused past its time, or when it restarts empty. So what the work writes must show `lock.fence`: Postgres accepts the
 * last token only. Throws StoreUnavailable when Redis or Postgres cannot be asked; then the work was not begun.
 */
export async function withLock<T>(
  name: string,
  { ttlMs, waitMs }: LockOptions,
  work: (lock: Lock) => Promise<T>,
): Promise<Outcome<T, 'lock-busy'>> {
  const key = `lock:{${name}}`;
  const owner = crypto.randomUUID();
  const takenAt = await acquire(key, owner, ttlMs, waitMs);
  if (takenAt === null) return no('lock-busy');
  const lease = keep(key, owner, ttlMs, takenAt);
  try {
    const fence = await takeFence(name);
    // Paused on the way: another may have it, and must not find its token outdated by one who will not use it.
    if (lease.signal.aborted || performance.now() >= takenAt + ttlMs) return no('lock-busy');
    return ok(await work({ fence, signal: lease.signal }));
  } finally {
    lease.end();
    await release(key, owner);
  }
}

/** When the command that took the lock was sent (its time runs from no earlier than that), or null when it stays busy. */
async function acquire(key: string, owner: string, ttlMs: number, waitMs: number): Promise<number | null> {
  const deadline = performance.now() + waitMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const sentAt = performance.now();
    if (await take(key, owner, ttlMs)) return sentAt;
    const restMs = deadline - performance.now();
    if (restMs <= 0) return null;
    // Jitter keeps those who wait for one lock from asking in step.
    await new Promise((resolve) =>
      setTimeout(resolve, Math.min(pauseMs * (0.5 + Math.random() / 2), restMs)),
    );
  }
}

async function take(key: string, owner: string, ttlMs: number): Promise<boolean> {
  try {
    return (await redis.set(key, owner, { nx: true, px: ttlMs })) === 'OK';
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    // If it was taken after all, it ends by itself: for the caller nothing has happened.
    void release(key, owner);
    throw new StoreUnavailable('redis', error);
  }
}

async function release(key: string, owner: string): Promise<void> {
  try {
    await redis.eval(RELEASE, [key], [owner]);
  } catch (error) {
    logEveryMinute('warn', 'lock-not-released', { error: describeError(error) });
  }
}

/** Renews until ended. The time is counted from before each command was sent, so we believe less than Redis does. */
function keep(key: string, owner: string, ttlMs: number, takenAt: number) {
  const controller = new AbortController();
  let expiresAt = takenAt + ttlMs;
  let hasEnded = false;
  let timer: ReturnType<typeof setTimeout>;
  const end = () => {
    hasEnded = true;
    clearTimeout(timer);
    clearTimeout(alarm);
  };
  const lose = (why: string) => {
    end();
    controller.abort(new LockLost(`The lock ${key} may be somebody else's: ${why}.`));
  };
  const expire = () => lose('it was not renewed in time');
  let alarm = setTimeout(expire, ttlMs);

  const renew = async () => {
    const sentAt = performance.now();
    if (sentAt >= expiresAt) return expire();
    let nextMs = ttlMs / 3;
    try {
      const isOurs = (await redis.eval(RENEW, [key], [owner, ttlMs])) === 1;
      if (hasEnded) return;
      if (!isOurs) return lose('renewal found another owner, or none');
      expiresAt = sentAt + ttlMs;
      clearTimeout(alarm);
      alarm = setTimeout(expire, expiresAt - performance.now());
    } catch {
      // Redis may be back in a moment, perhaps empty: ask soon, the alarm stands.
      nextMs = ttlMs / 20;
    }
    if (!hasEnded) timer = setTimeout(renew, nextMs);
  };
  timer = setTimeout(renew, ttlMs / 3);
  return { signal: controller.signal, end };
}
