import type { Permission } from '@/lib/staff/permissions';

/** What waits for a person, and who is told: whoever may see it elsewhere. */
export const TASKS = {
  'books-differ': 'products:read',
  'payments-in-doubt': 'orders:read',
  'refunds-failed': 'orders:read',
  'orders-to-send': 'orders:read',
  'imports-failed': 'imports:read',
  'reports-failed': 'reports:read',
  'webhooks-off': 'webhooks:read',
  'stock-out': 'products:read',
  'jobs-failed': 'jobs:read',
} as const satisfies Record<string, Permission>;

export type TaskKind = keyof typeof TASKS;

export const TASK_KINDS = Object.keys(TASKS) as [TaskKind, ...TaskKind[]];

export type Task = {
  readonly kind: TaskKind;
  /** At most {@link MOST}: more are not counted. */
  readonly count: number;
  /** Since when the one that waits longest has; null where that is not known. */
  readonly since: string | null;
  /** The one that waits longest, for a link; null where there is no page of one. */
  readonly subject: string | null;
};

/** Nobody does a thousand things today: beyond that it is "1,000 or more". */
export const MOST_TASKS = 1_000;
