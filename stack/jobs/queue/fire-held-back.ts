import type { Database, Queryable } from '../database';
import { applyLimits } from '../intake/apply-limits';
import { createRuns } from '../intake/create-runs';
import type { EventBody } from '../intake/event';
import { keepSingletons } from '../intake/keep-singletons';
import type { Candidate } from '../intake/match-functions';
import type { Registry } from '../sync/registry';

/** Starts runs that a debounce or a batch held back until now. */
export async function fireHeldBack(db: Database, registry: Registry): Promise<number> {
  const [due] = await db.query<{ any: boolean }>(
    `select exists (select from jobs.debounce where due_at <= now())
       or exists (select from jobs.batch where due_at <= now()) as any`,
  );
  if (!due?.any) return 0;
  return await db.inTransaction(async (tx) => {
    const debounced = await take(
      tx,
      registry,
      'delete from jobs.debounce where due_at <= now() returning fn_id, event_iid, event as events',
    );
    const batched = await take(
      tx,
      registry,
      'delete from jobs.batch where due_at <= now() returning fn_id, event_iid, events',
    );
    const [clock] = await tx.query<{ ms: string }>('select (extract(epoch from now()) * 1000)::bigint as ms');
    const candidates = [...debounced, ...batched];
    const admitted = await applyLimits(tx, candidates, Number(clock?.ms ?? 0));
    const runs = await createRuns(tx, await keepSingletons(tx, admitted));
    return runs.length;
  });
}

async function take(tx: Queryable, registry: Registry, statement: string): Promise<Candidate[]> {
  const rows = await tx.query<{ fn_id: string; event_iid: string; events: string }>(statement);
  return rows.flatMap((row): Candidate[] => {
    const fn = registry.get(row.fn_id);
    const eventsText = `[${row.events}]`;
    const [body] = JSON.parse(eventsText) as EventBody[];
    if (!fn?.active || !body) return [];
    return [{ fn, event: { iid: row.event_iid, body, text: JSON.stringify(body), eventsText } }];
  });
}
