/** How an engine is to run. Times are options so that tests need not wait. */
export interface EngineOptions {
  databaseUrl: string;
  port: number;
  /** Default 127.0.0.1. Another address needs a signing key. */
  host?: string;
  /** Addresses of apps' Inngest endpoints. */
  apps: readonly string[];
  /** With it calls are signed and answers verified, as Inngest Cloud does. */
  signingKey?: string;
  /** What `/e/:key` must name; without it any key will do. */
  eventKey?: string;
  /** Makes every back-off that long. */
  retryIntervalMs?: number;
  /** Opens `POST /test/advance`. Default false. */
  testAdvance?: boolean;
  /** Calls in flight at most. Default 96. */
  concurrency?: number;
  /** How long a call belongs to an engine that says nothing more. Default 5 s. */
  leaseMs?: number;
  /** How long an engine leads that says nothing more. Default 3 s. */
  leaderMs?: number;
  /** How long events and ended runs are kept. Default 7 days. */
  retentionMs?: number;
}

export const DEFAULTS = {
  host: '127.0.0.1',
  concurrency: 96,
  leaseMs: 5_000,
  leaderMs: 3_000,
  retentionMs: 7 * 86_400_000,
} as const;
