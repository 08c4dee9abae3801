export const RUN_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;

export type RunStatus = (typeof RUN_STATUSES)[number];

/** A run in a line. */
export type JobRun = {
  readonly id: string;
  readonly function: string;
  readonly status: RunStatus;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** When it goes on: a retry, the end of a pause. */
  readonly goesOnAt: string | null;
  readonly error: string | null;
};

export type JobRunDetail = JobRun & {
  /** What it was started by: ids and counts; what may be a person's or a secret is left out. */
  readonly events: readonly { readonly name: string; readonly at: string | null; readonly data: unknown }[];
  readonly steps: readonly { readonly name: string; readonly kind: string; readonly at: string }[];
  readonly attempts: readonly {
    /** null: the function itself, between its steps. */
    readonly step: string | null;
    readonly number: number;
    readonly at: string;
    readonly ms: number;
    readonly isOk: boolean;
    readonly error: string | null;
  }[];
  readonly waits: readonly {
    readonly step: string;
    readonly kind: string;
    readonly for: string | null;
    readonly since: string;
  }[];
  /** What happens next, and when. */
  readonly next: readonly {
    readonly kind: string;
    readonly step: string | null;
    readonly at: string;
    readonly attempt: number;
    /** It is at work right now. */
    readonly isCalled: boolean;
  }[];
};

export type JobFunction = {
  readonly id: string;
  readonly name: string;
  /** Events, or times as cron writes them. */
  readonly triggers: readonly string[];
  readonly active: number;
  readonly failedLastDay: number;
};

/** Who runs the jobs, and whether it can be asked: `elsewhere` shows them in a dashboard of its own. */
export type JobsState = {
  readonly engine: 'embedded' | 'elsewhere' | 'unreachable' | 'none';
  readonly dashboardUrl: string | null;
  readonly functions: readonly JobFunction[];
};

/** The engine's no. */
export type JobsRefusal = 'elsewhere' | 'unreachable' | 'run-not-found' | 'run-ended';
