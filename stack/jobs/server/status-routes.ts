import type { Database } from '../database';
import type { SyncLoop } from '../sync/sync-loop';
import { json } from './http';
import type { Route } from './router';

export interface StatusParts {
  db: Database;
  /** Each app has been asked for its functions. */
  ready: () => boolean;
  sync: () => SyncLoop;
  leads: () => boolean;
  faults: () => { count: number; last: string | null };
}

/** Whether it is there, and how it is doing: counts, never contents. */
export function statusRoutes(parts: StatusParts): Route[] {
  return [
    {
      method: 'GET',
      path: '/health',
      access: 'open',
      async handle() {
        if (!parts.ready()) return json({ error: 'The engine is starting.', status: 503 }, 503);
        try {
          await parts.db.query('select 1');
          return json({ status: 'ok', leader: parts.leads() });
        } catch {
          return json({ error: 'The database cannot be reached.', status: 503 }, 503);
        }
      },
    },
    {
      method: 'GET',
      path: '/status.json',
      access: 'open',
      async handle() {
        const [counts] = await parts.db.query<Record<string, string | null>>(
          `select
             (select count(*) from jobs.job where run_at <= now() and token is null) as queue_depth,
             (select extract(epoch from now() - min(run_at)) from jobs.job
              where run_at <= now() and token is null) as oldest_due_seconds,
             (select count(*) from jobs.job where token is not null) as running,
             (select count(*) from jobs.run where ended_at is null) as active_runs,
             (select count(*) from jobs.run where status = 'failed' and ended_at > now() - interval '1 hour')
               as failed_last_hour,
             (select count(*) from jobs.job where run_at > now()) as waiting`,
        );
        const apps = parts.sync().states();
        const synced = apps.map(({ lastSyncAt }) => lastSyncAt).filter((at) => at !== null);
        const faults = parts.faults();
        return json({
          queueDepth: Number(counts?.queue_depth ?? 0),
          oldestDueSeconds: Math.max(0, Number(counts?.oldest_due_seconds ?? 0)),
          running: Number(counts?.running ?? 0),
          activeRuns: Number(counts?.active_runs ?? 0),
          waiting: Number(counts?.waiting ?? 0),
          failedLastHour: Number(counts?.failed_last_hour ?? 0),
          lastSyncAt: synced.sort().at(-1) ?? null,
          apps,
          leader: parts.leads(),
          engineFaults: faults.count,
        });
      },
    },
  ];
}
