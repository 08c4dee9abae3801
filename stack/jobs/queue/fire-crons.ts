import { nextCronAt } from '../cron';
import type { Database } from '../database';
import { internalEvent, SCHEDULED, type StoredEvent } from '../intake/event';
import { takeEvents } from '../intake/take-events';
import type { Registry } from '../sync/registry';

/**
 * Starts what the clock starts. The next instant is written with the run, and the run's event has the instant in its
 * id: a restart neither repeats nor forgets one. What an engine slept through fires once.
 */
export async function fireCrons(db: Database, registry: Registry): Promise<number> {
  const due = await db.query<{ exists: boolean }>(
    'select exists (select from jobs.cron where next_at <= now())',
  );
  if (!due[0]?.exists) return 0;
  return await db.inTransaction(async (tx) => {
    const rows = await tx.query<{ fn_id: string; expression: string; next_at: Date; now: Date }>(
      'select fn_id, expression, next_at, now() from jobs.cron where next_at <= now() order by fn_id for update skip locked',
    );
    const events: StoredEvent[] = [];
    for (const row of rows) {
      const next = nextCronAt(row.expression, row.now);
      await tx.query(
        next === null
          ? 'delete from jobs.cron where fn_id = $1 and expression = $2'
          : 'update jobs.cron set next_at = $3 where fn_id = $1 and expression = $2',
        next === null ? [row.fn_id, row.expression] : [row.fn_id, row.expression, next],
      );
      if (!registry.get(row.fn_id)?.active) continue;
      const scheduledAt = row.next_at.toISOString();
      const id = `cron:${row.fn_id}:${row.expression}:${scheduledAt}`;
      const data = { cron: row.expression, scheduledAt };
      events.push({
        ...internalEvent(id, SCHEDULED, data, { ts: row.next_at.getTime() }),
        invoke: { fnId: row.fn_id },
      });
    }
    await takeEvents(tx, registry, events);
    return events.length;
  });
}
