const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long somebody stays signed in, by the kind of id that signs in. */
export type SessionPolicy = {
  /** A session that nobody used for this long is over. */
  readonly idleMs: number;
  /** A session is over after this long, however it was used. */
  readonly absoluteMs: number;
  /** Uses closer together than this count as one: most calls then write nothing. */
  readonly touchMs: number;
  /** How many browsers one person may be signed in with; the least recently used one gives way. */
  readonly most: number;
};

export const SESSION_POLICIES = {
  staff: { idleMs: 4 * HOUR_MS, absoluteMs: DAY_MS, touchMs: 60_000, most: 10 },
  cust: { idleMs: 14 * DAY_MS, absoluteMs: 60 * DAY_MS, touchMs: HOUR_MS, most: 10 },
} as const satisfies Record<string, SessionPolicy>;

/** Who can sign in: staff and customers are two worlds, and nothing of one opens the other. */
export type SessionWorld = keyof typeof SESSION_POLICIES;
