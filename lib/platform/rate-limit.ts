import { Ratelimit } from '@upstash/ratelimit';
import { findFault } from '@/lib/kernel/faults';
import { env } from './env';
import { describeError, logEveryMinute } from './log';
import { RATE_LIMITS, type RateLimitName } from './rate-limit-policies';
import { redis } from './redis/client';

/** Past this a shopper is let through uncounted: a slow Redis must not become a slow checkout. */
const PATIENCE_MS = 100;

export type RateVerdict = {
  readonly isAllowed: boolean;
  /** `RateLimit`, `RateLimit-Policy` and, on a refusal, `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;
};

const UNCOUNTED: RateVerdict = { isAllowed: true, headers: {} };

const limiters = new Map<RateLimitName, Ratelimit>();

function limiterOf(name: RateLimitName): Ratelimit {
  let limiter = limiters.get(name);
  if (limiter === undefined) {
    const { burst, perSecond } = RATE_LIMITS[name];
    limiter = new Ratelimit({
      redis,
      // One token at a time instead of a batch a second: the refusals of a crowd spread evenly.
      limiter: Ratelimit.tokenBucket(1, `${1_000 / perSecond} ms`, burst),
      prefix: `rate-limit:${name}`,
      timeout: PATIENCE_MS,
      analytics: false,
    });
    limiters.set(name, limiter);
  }
  return limiter;
}

/**
 * Counts one request of `asker` (an address or a credential's id) against a policy, in one round trip to Redis (key
 * `rate-limit:<policy>:{<asker>}`, gone once the bucket is full again). Lets everything through, saying so in the log
 * once a minute, while Redis is gone or slow; a script that Redis refuses is thrown, since it would look like peace.
 */
export async function countRequest(name: RateLimitName, asker: string): Promise<RateVerdict> {
  if (env().RATE_LIMIT === 'off') return UNCOUNTED;
  try {
    const { success, limit, remaining, reset, reason } = await limiterOf(name).limit(`{${asker}}`);
    if (reason === 'timeout') {
      logEveryMinute('warn', 'rate-limit-skipped', {
        policy: name,
        why: `no answer within ${PATIENCE_MS} ms`,
      });
      return UNCOUNTED;
    }
    return verdict(name, success, limit, remaining, reset - Date.now());
  } catch (error) {
    if (findFault(error) === null) throw error;
    logEveryMinute('warn', 'rate-limit-skipped', { policy: name, why: describeError(error) });
    return UNCOUNTED;
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers: structured fields, `t` and `w` in seconds. */
function verdict(
  name: RateLimitName,
  isAllowed: boolean,
  limit: number,
  remaining: number,
  nextMs: number,
): RateVerdict {
  const { burst, perSecond } = RATE_LIMITS[name];
  const seconds = Math.max(1, Math.ceil(nextMs / 1_000));
  return {
    isAllowed,
    headers: {
      ratelimit: `"${name}";r=${isAllowed ? remaining : 0};t=${seconds}`,
      'ratelimit-policy': `"${name}";q=${limit || burst};w=${Math.ceil(burst / perSecond)}`,
      ...(isAllowed ? {} : { 'retry-after': String(seconds) }),
    },
  };
}
