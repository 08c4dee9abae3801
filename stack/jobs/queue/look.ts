import type { Queryable } from '../database';
import type { Timer } from '../runs/transition';
import type { RegisteredFunction } from '../sync/registry';
import type { AppHealth } from './app-health';
import type { Slots } from './slots';

/** A call that is due, not yet leased. */
export interface DueCall {
  id: string;
  fnId: string;
  keys: string[];
}

/** What an engine sees when it looks. One that does not lead sees nothing but that. */
export interface Sight {
  lead_ms: number;
  version: number;
  timers?: Timer[] | null;
  calls?: DueCall[] | null;
  /** Calls that were lost too often. */
  lost?: { jobId: string; runId: string; lost: number }[] | null;
  /** Calls that another engine has leased. */
  held?: DueCall[] | null;
  /** When the next timer, cron or debounce is due; what is not positive is due. */
  next_ms?: number | null;
}

const MAX_TIMERS = 256;

/** Keeps the lead and asks what is due, in one statement. Functions of apps that are down are not asked for. */
export async function look(
  db: Queryable,
  question: {
    holder: string;
    leaderMs: number;
    functions: readonly RegisteredFunction[];
    slots: Slots;
    health: AppHealth;
  },
): Promise<Sight> {
  const { functions, slots, health } = question;
  const rooms = functions
    .filter(({ appId }) => health.isOpen(appId))
    // Of an app that was down one call finds out whether it still is.
    .map((fn) => ({
      id: fn.id,
      room: health.isSuspect(fn.appId) ? Math.min(1, slots.room(fn.id, 0, 0)) : slots.room(fn.id, 0, 0),
    }))
    .filter(({ room }) => room > 0);
  const [row] = await db.query<{ sight: Sight }>('select jobs.look($1, $2, $3, $4, $5, $6, $7) as sight', [
    question.holder,
    question.leaderMs / 1_000,
    slots.ids(),
    rooms.map(({ id }) => id),
    rooms.map(({ room }) => room),
    slots.saturated(functions),
    MAX_TIMERS,
  ]);
  return row?.sight ?? { lead_ms: 0, version: -1 };
}
