import { randomUUID } from 'node:crypto';
import type { Database } from '../database';

export interface Leader {
  /** This engine's name in the row. */
  readonly holder: string;
  readonly leads: boolean;
  /** Takes or keeps the lead; true if this engine leads from now on and did not before. */
  renew(): Promise<boolean>;
  /** Gives the lead up, so that another need not wait. */
  resign(): Promise<void>;
}

/**
 * Which of several engines dispatches: who holds the one row. A row with an end, not an advisory lock: that one breaks
 * behind transaction poolers, and a paused holder would keep it for ever.
 */
export function createLeader(db: Database, leaderMs: number): Leader {
  const holder = randomUUID();
  let until = 0;
  return {
    holder,
    get leads() {
      return performance.now() < until;
    },
    async renew() {
      const before = performance.now() < until;
      // Counted from before the question, so that this engine never thinks longer than Postgres that it leads.
      const asked = performance.now();
      const rows = await db.query(
        `insert into jobs.leader (holder, until) values ($1, now() + make_interval(secs => $2))
         on conflict (one) do update set holder = excluded.holder, until = excluded.until
           where leader.holder = excluded.holder or leader.until < now()
         returning 1`,
        [holder, leaderMs / 1_000],
      );
      until = rows.length > 0 ? asked + leaderMs : 0;
      return rows.length > 0 && !before;
    },
    async resign() {
      until = 0;
      await db.query('delete from jobs.leader where holder = $1', [holder]);
    },
  };
}
