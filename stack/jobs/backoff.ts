const MINUTE = 60_000;
const TABLE_MS = [15_000, 30_000, ...[1, 2, 5, 10, 20, 40, 60, 120].map((minutes) => minutes * MINUTE)];
const JITTER_MS = 30_000;
const DEVELOPER_MAX_MS = 30_000;

/** How long to wait after the n-th failed attempt, n from 0. */
export type Backoff = (attempt: number) => number;

/** The table of the real server, each entry plus up to 30 s so that what failed together does not come back together. */
export function tableBackoff(random: () => number = Math.random): Backoff {
  return (attempt) => (TABLE_MS[Math.min(attempt, TABLE_MS.length - 1)] ?? 0) + random() * JITTER_MS;
}

/** For a developer who watches: 1 s, 2 s, 4 s up to 30 s. */
export function developerBackoff(): Backoff {
  return (attempt) => Math.min(DEVELOPER_MAX_MS, 1_000 * 2 ** attempt);
}

/** Always the same, for tests. */
export function fixedBackoff(intervalMs: number): Backoff {
  return () => intervalMs;
}
