import { Ratelimit } from '@upstash/ratelimit';
import { findFault, StoreUnavailable } from '@/lib/kernel/faults';
import { env } from './env';
import { describeError, logEveryMinute } from './log';
import { RATE_LIMITS, type RateLimitName, type RateLimitPolicy } from './rate-limit-policies';
import { redis } from './redis/client';
import { within } from './within';

/** Past this a shopper is let through uncounted: a slow Redis must not become a slow checkout. */
const PATIENCE_MS = 100;
const STRICT_PATIENCE_MS = 1_000;

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
      // Its own limit takes a moment's business of this process for a slow Redis.
      timeout: 0,
      analytics: false,
    });
    limiters.set(name, limiter);
  }
  return limiter;
}

/**
 * Counts one request of `asker` (an address or a credential's id) against a policy, in one round trip to Redis (key
 * `rate-limit:<policy>:{<asker>}`, gone once the bucket is full again). Lets everything through, saying so in the log
 * once a minute, while Redis is gone or slow; a strict policy then throws instead. A script that Redis refuses is thrown, since
 * it would look like peace.
 */
export async function countRequest(name: RateLimitName, asker: string): Promise<RateVerdict> {
  if (env().RATE_LIMIT === 'off') return UNCOUNTED;
  const { isStrict }: RateLimitPolicy = RATE_LIMITS[name];
  const patienceMs = isStrict ? STRICT_PATIENCE_MS : PATIENCE_MS;
  try {
    const answer = await within(patienceMs, limiterOf(name).limit(`{${asker}}`), () => null);
    if (answer !== null) return verdict(name, answer);
    if (isStrict) throw new StoreUnavailable('redis', new Error(`No answer within ${patienceMs} ms.`));
    logEveryMinute('warn', 'rate-limit-skipped', { policy: name, why: `no answer within ${PATIENCE_MS} ms` });
    return UNCOUNTED;
  } catch (error) {
    if (isStrict || findFault(error) === null) throw error;
    logEveryMinute('warn', 'rate-limit-skipped', { policy: name, why: describeError(error) });
    return UNCOUNTED;
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers: structured fields, `t` and `w` in seconds. */
function verdict(
  name: RateLimitName,
  answer: { success: boolean; remaining: number; reset: number },
): RateVerdict {
  const { burst, perSecond } = RATE_LIMITS[name];
  const seconds = Math.max(1, Math.ceil((answer.reset - Date.now()) / 1_000));
  return {
    isAllowed: answer.success,
    headers: {
      ratelimit: `"${name}";r=${answer.success ? answer.remaining : 0};t=${seconds}`,
      'ratelimit-policy': `"${name}";q=${burst};w=${Math.ceil(burst / perSecond)}`,
      ...(answer.success ? {} : { 'retry-after': String(seconds) }),
    },
  };
}
