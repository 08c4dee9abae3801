import type { Queryable } from '../database';
import type { Registry } from '../sync/registry';
import { applyLimits } from './apply-limits';
import { type CreatedRun, createRuns } from './create-runs';
import { delayCandidates } from './delay-candidates';
import type { StoredEvent } from './event';
import { keepSingletons } from './keep-singletons';
import { matchFunctions } from './match-functions';
import { wakePauses } from './pauses';

export interface Taken {
  runs: CreatedRun[];
  /** Whether there is something to do at once. */
  work: boolean;
}

/**
 * Takes events in: stores them, wakes what waits for them, starts what they trigger; all in the caller's transaction,
 * so that none of it happens without the rest. Events that are stored already do nothing: they are resends.
 */
export async function takeEvents(
  tx: Queryable,
  registry: Registry,
  events: readonly StoredEvent[],
): Promise<Taken> {
  if (events.length === 0) return { runs: [], work: false };
  const stored = await tx.query<{ iid: string; now_ms: string }>(
    `insert into jobs.event (iid, id, name, body)
     select iid, id, name, body from unnest($1::text[], $2::text[], $3::text[], $4::text[]) given (iid, id, name, body)
     on conflict (iid) do nothing
     returning iid, (extract(epoch from now()) * 1000)::bigint as now_ms`,
    [
      events.map(({ iid }) => iid),
      events.map(({ body }) => body.id),
      events.map(({ body }) => body.name),
      events.map(({ text }) => text),
    ],
  );
  const fresh = new Set(stored.map(({ iid }) => iid));
  const nowMs = Number(stored[0]?.now_ms ?? 0);
  // delete() drops the second of two alike in one lot.
  const news = events.filter(({ iid }) => fresh.delete(iid));
  if (news.length === 0) return { runs: [], work: false };
  // Before the runs are made: what starts a run does not count as what it waits for, or as what cancels it.
  const woken = await wakePauses(tx, news);
  const candidates = matchFunctions(registry, news);
  const now = await delayCandidates(tx, candidates, nowMs);
  const admitted = await applyLimits(tx, now, nowMs);
  const runs = await createRuns(tx, await keepSingletons(tx, admitted));
  return { runs, work: woken > 0 || runs.length > 0 };
}
