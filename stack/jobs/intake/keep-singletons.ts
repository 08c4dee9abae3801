import type { Queryable } from '../database';
import type { Admitted } from './apply-limits';
import { keyOf } from './run-keys';

/** Of a singleton function one run lives for each key: a new one is skipped, or cancels the old. */
export async function keepSingletons(tx: Queryable, admitted: readonly Admitted[]): Promise<Admitted[]> {
  if (!admitted.some(({ fn }) => fn.singleton)) return [...admitted];
  const kept: Admitted[] = [];
  const taken = new Set<string>();
  for (const candidate of admitted) {
    const { fn, event } = candidate;
    if (!fn.singleton) {
      kept.push(candidate);
      continue;
    }
    const key = keyOf(fn.singleton.key, event.body);
    const name = `${fn.id}\n${key}`;
    // Two engines that take events for the same key at once take turns until the transaction ends.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    const living = await tx.query<{ id: string }>(
      'select id from jobs.run where fn_id = $1 and singleton_key = $2 and ended_at is null',
      [fn.id, key],
    );
    if (fn.singleton.mode === 'skip' && (living.length > 0 || taken.has(name))) continue;
    if (living.length > 0)
      await cancelRuns(
        tx,
        living.map(({ id }) => id),
      );
    taken.add(name);
    kept.push(candidate);
  }
  return kept;
}

/** Leaves a job that cancels each of the runs. */
export async function cancelRuns(tx: Queryable, runIds: readonly string[]): Promise<void> {
  await tx.query(
    `insert into jobs.job (key, fn_id, run_id, kind, run_at)
     select id || ':cancel', fn_id, id, 'cancel', now() from jobs.run where id = any ($1) and ended_at is null
     on conflict (key) do nothing`,
    [runIds],
  );
}
