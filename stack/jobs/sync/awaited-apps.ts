import type { Database } from '../database';
import { applyLimits } from '../intake/apply-limits';
import { createRuns } from '../intake/create-runs';
import { delayCandidates } from '../intake/delay-candidates';
import type { EventBody } from '../intake/event';
import { keepSingletons } from '../intake/keep-singletons';
import { matchFunctions } from '../intake/match-functions';
import type { Registry } from './registry';

const MAX_EVENTS = 20_000;

/** Notes which apps are expected and were never heard of: what is sent meanwhile is kept for them. */
export async function awaitApps(db: Database, urls: readonly string[]): Promise<void> {
  await db.query(
    `insert into jobs.awaited (url)
     select url from unnest($1::text[]) given (url) where url not in (select url from jobs.app)
     on conflict do nothing`,
    [urls],
  );
}

/**
 * Starts what events of the waiting time would have started, now that the app has said what it has. Runs that exist
 * are not made again. The number of runs.
 */
export async function catchUp(db: Database, registry: Registry, url: string, appId: string): Promise<number> {
  return await db.inTransaction(async (tx) => {
    const [awaited] = await tx.query<{ since: Date; now_ms: string }>(
      'delete from jobs.awaited where url = $1 returning since, (extract(epoch from now()) * 1000)::bigint as now_ms',
      [url],
    );
    if (!awaited) return 0;
    const rows = await tx.query<{ iid: string; body: string; started: string[] | null }>(
      `select iid, body, (select array_agg(fn_id) from jobs.run where event_iid = iid) as started
       from jobs.event where received_at >= $1 and name not like 'inngest/%'
       order by received_at, iid limit ${MAX_EVENTS}`,
      [awaited.since],
    );
    const started = new Map(rows.map((row) => [row.iid, new Set(row.started)]));
    const events = rows.map((row) => ({
      iid: row.iid,
      text: row.body,
      body: JSON.parse(row.body) as EventBody,
    }));
    const candidates = matchFunctions(registry, events).filter(
      ({ fn, event }) => fn.appId === appId && !started.get(event.iid)?.has(fn.id),
    );
    const nowMs = Number(awaited.now_ms);
    const admitted = await applyLimits(tx, await delayCandidates(tx, candidates, nowMs), nowMs);
    const runs = await createRuns(tx, await keepSingletons(tx, admitted));
    return runs.length;
  });
}
