/**
 * How much one asker may ask, as token buckets: `burst` at once, refilled at `perSecond`. Wide enough that a crowd
 * behind one office address passes, narrow enough that one machine cannot take a sale for itself. Plain cached reads
 * have no policy: refusing them costs as much as answering.
 */
export type RateLimitPolicy = {
  readonly burst: number;
  readonly perSecond: number;
  /** Whom it counts: a client address (an IPv6 network), an API key, or a digest of the e-mail address that was typed. */
  readonly by: 'address' | 'credential' | 'account';
  /** Whether nobody passes uncounted while Redis is gone: guessing passwords must not become free. */
  readonly isStrict?: true;
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
  /** Each costs 100 ms of a processor. An office signs in from one address. */
  'sign-in': { burst: 60, perSecond: 1, by: 'address', isStrict: true },
  /** Of one account, whether it exists or not, from one address: a stranger's guesses do not lock its owner out. */
  'sign-in-account': { burst: 12, perSecond: 1 / 30, by: 'account', isStrict: true },
  /** Of one account from everywhere: some 4,000 guesses a day against twelve characters. */
  'sign-in-anywhere': { burst: 120, perSecond: 1 / 20, by: 'account', isStrict: true },
  /** Codes of one person's second factor, from everywhere: a few typed wrong, then one a minute. */
  'second-factor': { burst: 6, perSecond: 1 / 60, by: 'account', isStrict: true },
  /** Mails that anybody can have sent to anybody. */
  'account-mail': { burst: 20, perSecond: 1 / 60, by: 'address', isStrict: true },
  'account-mail-to': { burst: 3, perSecond: 1 / 600, by: 'account', isStrict: true },
  /** Whoever is signed in, looking at what is theirs. */
  account: { burst: 300, perSecond: 10, by: 'credential' },
  /** All that is kept of somebody, which may be thousands of orders. */
  'account-data': { burst: 10, perSecond: 1 / 60, by: 'credential' },
} as const satisfies Record<string, RateLimitPolicy>;

export type RateLimitName = keyof typeof RATE_LIMITS;
