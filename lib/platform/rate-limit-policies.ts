/**
 * How much one asker may ask, as token buckets: `burst` at once, refilled at `perSecond`. Wide enough that a crowd
 * behind one office address passes, narrow enough that one machine cannot take a sale for itself. Plain cached reads
 * have no policy: refusing them costs as much as answering.
 */
export type RateLimitPolicy = {
  readonly burst: number;
  readonly perSecond: number;
  /** Whom it counts: a client address (an IPv6 network), or an API key. */
  readonly by: 'address' | 'credential';
};

export const RATE_LIMITS = {
  checkout: { burst: 600, perSecond: 10, by: 'address' },
  payment: { burst: 600, perSecond: 10, by: 'address' },
  quote: { burst: 1_200, perSecond: 20, by: 'address' },
  carts: { burst: 1_200, perSecond: 20, by: 'address' },
  search: { burst: 600, perSecond: 20, by: 'address' },
  admin: { burst: 1_200, perSecond: 40, by: 'credential' },
  /** Credentials that are none: guessing is slowed down, a good credential never is. */
  'failed-authentication': { burst: 30, perSecond: 1, by: 'address' },
} as const satisfies Record<string, RateLimitPolicy>;

export type RateLimitName = keyof typeof RATE_LIMITS;
