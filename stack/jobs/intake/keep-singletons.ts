import type { Queryable } from '../database';
import type { Admitted } from './apply-limits';
import { keyOf } from './run-keys';

/** Of a singleton function one run lives for each key: a new one is skipped, or cancels the old. */
export async function keepSingletons(tx: Queryable, admitted: readonly Admitted[]): Promise<Admitted[]> {
  const keys = admitted.map(({ fn, event }) =>
    fn.singleton ? { fnId: fn.id, key: keyOf(fn.singleton.key, event.body) } : null,
  );
  const wanted = keys.filter((key) => key !== null);
  if (wanted.length === 0) return [...admitted];
  const living = await livingRuns(tx, wanted);
  const cancelled: string[] = [];
  const kept = admitted.filter(({ fn }, index) => {
    const key = keys[index];
    if (!key) return true;
    const name = nameOf(key);
    const runs = living.get(name);
    if (fn.singleton?.mode === 'skip' && runs) return false;
    cancelled.push(...(runs ?? []));
    // The one to come: it has no id yet, and a later one of this lot sees that there is one.
    living.set(name, []);
    return true;
  });
  if (cancelled.length > 0) await cancelRuns(tx, cancelled);
  return kept;
}

interface SingletonKey {
  fnId: string;
  key: string;
}

/** The living runs of each key. Engines that take events for the same key at once take turns until their commit. */
async function livingRuns(tx: Queryable, keys: readonly SingletonKey[]): Promise<Map<string, string[]>> {
  const names = [...new Set(keys.map(nameOf))].sort();
  await tx.query('select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) name', [
    names,
  ]);
  const rows = await tx.query<{ id: string; fn_id: string; singleton_key: string }>(
    `select run.id, run.fn_id, run.singleton_key
     from (select distinct fn_id, key from unnest($1::text[], $2::text[]) wanted (fn_id, key)) wanted
     join jobs.run on run.fn_id = wanted.fn_id and run.singleton_key = wanted.key and run.ended_at is null`,
    [keys.map(({ fnId }) => fnId), keys.map(({ key }) => key)],
  );
  const living = new Map<string, string[]>();
  for (const { id, fn_id, singleton_key } of rows) {
    const name = nameOf({ fnId: fn_id, key: singleton_key });
    living.set(name, [...(living.get(name) ?? []), id]);
  }
  return living;
}

function nameOf({ fnId, key }: SingletonKey): string {
  return `${fnId}\n${key}`;
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
