import type { Queryable } from '../database';
import type { Registry } from '../sync/registry';
import { applyLimits } from './apply-limits';
import { type CreatedRun, createRuns } from './create-runs';
import { delayCandidates } from './delay-candidates';
import type { StoredEvent } from './event';
import { keepSingletons } from './keep-singletons';
import { matchFunctions } from './match-functions';
import { endPauses, type Waiting } from './pauses';

export interface Taken {
  runs: CreatedRun[];
  /** Whether there is something to do at once. */
  work: boolean;
}

interface Stored {
  fresh: string[] | null;
  waiting: Waiting[] | null;
  now_ms: number;
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
  const [row] = await tx.query<{ stored: Stored }>('select jobs.store_events($1, $2, $3, $4) as stored', [
    events.map(({ iid }) => iid),
    events.map(({ body }) => body.id),
    events.map(({ body }) => body.name),
    events.map(({ text }) => text),
  ]);
  const fresh = new Set(row?.stored.fresh);
  const nowMs = row?.stored.now_ms ?? 0;
  // delete() drops the second of two alike in one lot.
  const news = events.filter(({ iid }) => fresh.delete(iid));
  if (news.length === 0) return { runs: [], work: false };
  // Before the runs are made: what starts a run does not count as what it waits for, or as what cancels it.
  const woken = await endPauses(tx, row?.stored.waiting ?? [], news);
  const candidates = matchFunctions(registry, news);
  const now = await delayCandidates(tx, candidates, nowMs);
  const admitted = await applyLimits(tx, now, nowMs);
  const runs = await createRuns(tx, await keepSingletons(tx, admitted));
  return { runs, work: woken > 0 || runs.length > 0 };
}
