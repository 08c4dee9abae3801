import { createHash } from 'node:crypto';
import { nextCronAt } from '../cron';
import type { Database, Queryable } from '../database';
import { type FunctionConfig, parseFunctionConfig } from './function-config';

export interface AppReport {
  url: string;
  id: string;
  sdk: string;
  functions: readonly unknown[];
}

/**
 * Writes down what an app (known by its id, wherever it lives now) has: its functions, those it no longer has as inactive, its crons. Throws with one sentence
 * when a function asks for what is not supported; then nothing has changed. True if anything has.
 */
export async function saveApp(db: Database, report: AppReport): Promise<boolean> {
  const functions = report.functions.map(parseFunctionConfig);
  const repeated = functions.find((fn, index) => functions.findIndex(({ id }) => id === fn.id) !== index);
  if (repeated) throw new Error(`The function ${repeated.id} is there twice.`);
  const checksum = createHash('sha256')
    .update(JSON.stringify([report.url, report.sdk, functions]))
    .digest('hex');
  return await db.inTransaction(async (tx) => {
    const [before] = await tx.query<{ checksum: string }>(
      'select checksum from jobs.app where id = $1 for update',
      [report.id],
    );
    if (before?.checksum === checksum) return false;
    await tx.query(
      `insert into jobs.app (id, url, sdk, checksum) values ($1, $2, $3, $4)
       on conflict (id) do update set url = excluded.url, sdk = excluded.sdk, checksum = excluded.checksum,
         synced_at = now()`,
      [report.id, report.url, report.sdk, checksum],
    );
    const ids = functions.map(({ id }) => id);
    await tx.query('update jobs.fn set active = false where app_id = $1 and not id = any ($2)', [
      report.id,
      ids,
    ]);
    await tx.query(
      `insert into jobs.fn (id, app_id, config)
       select given.config ->> 'id', $1, given.config from unnest($2::jsonb[]) given (config)
       on conflict (id) do update set app_id = excluded.app_id, config = excluded.config, active = true`,
      [report.id, functions.map((fn) => JSON.stringify(fn))],
    );
    await saveCrons(tx, functions);
    // Other engines see by it that they must read again.
    await tx.query('update jobs.registry set version = version + 1');
    return true;
  });
}

/** Crons that stay keep their next instant: a restart or a new sync neither repeats nor skips one. */
async function saveCrons(tx: Queryable, functions: readonly FunctionConfig[]): Promise<void> {
  const wanted = functions.flatMap((fn) => fn.crons.map(({ cron }) => ({ fn_id: fn.id, expression: cron })));
  await tx.query(
    `delete from jobs.cron where (fn_id, expression) not in
       (select fn_id, expression from jsonb_to_recordset($1) wanted (fn_id text, expression text))
       and fn_id not in (select id from jobs.fn where active and not id = any ($2))`,
    [JSON.stringify(wanted), functions.map(({ id }) => id)],
  );
  if (wanted.length === 0) return;
  const [clock] = await tx.query<{ now: Date }>('select now()');
  const rows = wanted.map((cron) => ({
    ...cron,
    next_at: nextCronAt(cron.expression, clock?.now ?? new Date()),
  }));
  await tx.query(
    `insert into jobs.cron (fn_id, expression, next_at)
     select fn_id, expression, next_at
     from jsonb_to_recordset($1) wanted (fn_id text, expression text, next_at timestamptz)
     where next_at is not null
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
