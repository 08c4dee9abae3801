import type { Queryable } from '../database';
import { addPauses } from '../intake/pauses';
import type { Changes } from './changes';
import type { RunState } from './run-state';

/** Writes what has been gathered, in one call; runs that have ended lose all that was to come. */
export async function writeChanges(
  tx: Queryable,
  changes: Changes,
  runs: readonly RunState[],
): Promise<void> {
  const ended = runs.filter(({ end }) => end);
  const living = new Set(runs.filter(({ end }) => !end).map(({ id }) => id));
  const lives = ({ run_id }: { run_id: string | undefined }) => run_id !== undefined && living.has(run_id);
  const settled = new Set(changes.settledOps.map(({ run_id, id }) => run_id + id));
  const discovering = runs.filter(({ discover, end }) => discover && !end);
  // Their own discovery is at hand: it is used once more.
  const atHand = new Map(changes.doneDiscoveries.map(({ run_id, id }) => [run_id, id]));
  const again = discovering.flatMap(({ id }) => atHand.get(id) ?? []);
  const used = new Set(again);
  await tx.query('select jobs.write_changes($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)', [
    json(changes.memos),
    json(changes.attempts),
    json(changes.newOps.filter((op) => lives(op) && !settled.has(op.run_id + op.id))),
    json(changes.blockingOps),
    json(changes.settledOps),
    json(changes.retries),
    json(changes.jobs.filter(lives)),
    list(
      [...changes.doneJobIds, ...changes.doneDiscoveries.map(({ id }) => id)].filter((id) => !used.has(id)),
    ),
    list(changes.droppedJobKeys),
    list(again),
    list(discovering.map(({ id }) => id).filter((id) => !atHand.has(id))),
    json(runs.map(rowOf)) ?? '[]',
    list(ended.map(({ id }) => id)),
    json(ended.flatMap(resumeOf)),
  ]);
  await addPauses(tx, changes.pauses.filter(lives));
}

function rowOf(run: RunState) {
  return {
    id: run.id,
    status: run.end?.status ?? run.status,
    output: run.end?.output ?? null,
    request_version: run.requestVersion,
    step_count: run.stepCount,
    state_bytes: run.stateBytes,
    ended: run.end !== null,
  };
}

function resumeOf({ parent, end }: RunState) {
  if (!parent || !end) return [];
  const payload = `{"${end.status === 'completed' ? 'data' : 'error'}":${end.output}}`;
  return [{ run_id: parent.runId, step_id: parent.stepId, payload }];
}

function json(rows: readonly unknown[]): string | null {
  return rows.length === 0 ? null : JSON.stringify(rows);
}

function list<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}
