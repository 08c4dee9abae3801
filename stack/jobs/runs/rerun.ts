import type { Queryable } from '../database';
import { createRuns } from '../intake/create-runs';
import type { EventBody } from '../intake/event';
import { newId } from '../new-id';
import type { Registry } from '../sync/registry';

/** Starts a run anew, from its first step and with the same events. Null if the run or its function is gone. */
export async function rerun(
  tx: Queryable,
  registry: Registry,
  runId: string | undefined,
): Promise<string | null> {
  const [run] = await tx.query<{ fn_id: string; event_iid: string; events: string }>(
    'select fn_id, event_iid, events from jobs.run where id = $1',
    [runId],
  );
  const fn = run && registry.get(run.fn_id);
  const [body] = run ? (JSON.parse(run.events) as EventBody[]) : [];
  if (!run || !fn?.active || !body) return null;
  const event = { iid: run.event_iid || newId(), body, text: JSON.stringify(body), eventsText: run.events };
  const [created] = await createRuns(tx, [{ fn, event, startAtMs: null }]);
  return created?.id ?? null;
}
