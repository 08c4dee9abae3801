import { randomUUID } from 'node:crypto';
import type { Database } from '../database';

export interface Leader {
  /** This engine's name in the row. */
  readonly holder: string;
  readonly leads: boolean;
  /** What a look found: how long the lead lasts from when it was asked. True if it begins. */
  note(askedAt: number, leadMs: number): boolean;
  /** Gives the lead up, so that another need not wait. */
  resign(): Promise<void>;
}

/**
 * Which of several engines dispatches: who holds the one row. A row with an end, not an advisory lock: that one breaks
 * behind transaction poolers, and a paused holder would keep it for ever.
 */
export function createLeader(db: Database): Leader {
  const holder = randomUUID();
  let until = 0;
  return {
    holder,
    get leads() {
      return performance.now() < until;
    },
    note(askedAt, leadMs) {
      const led = performance.now() < until;
      // Counted from before the question, so that this engine never thinks longer than Postgres that it leads.
      until = leadMs > 0 ? askedAt + leadMs : 0;
      return until > 0 && !led;
    },
    async resign() {
      until = 0;
      await db.query('delete from jobs.leader where holder = $1', [holder]);
    },
  };
}
