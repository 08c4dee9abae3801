import type { Queryable } from '../database';
import type { Call } from '../model';
import type { Leader } from './leader';
import { requestBody } from './request-body';
import type { Slots } from './slots';

/** State larger than this is not sent: the SDK fetches it. */
const MAX_STATE_BYTES = 4 * 1024 * 1024;

export interface LeaseSettings {
  leader: Leader;
  leaseMs: number;
  dev: boolean;
}

/** Leases calls, those that nobody took in the meantime, and reads all that their requests say. One statement. */
export async function leaseCalls(
  db: Queryable,
  ids: readonly string[],
  slots: Slots,
  settings: LeaseSettings,
): Promise<Call[]> {
  const rows = await db.query<{
    id: string;
    token: string;
    run_id: string;
    fn_id: string;
    kind: 'discover' | 'step';
    step_id: string | null;
    attempt: number;
    concurrency_keys: string[];
    events: string;
    max_attempts: number;
    request_version: number;
    use_api: boolean;
    memos: [string, string][] | null;
    open: boolean;
  }>(
    `with claimed as (
       update jobs.job set token = gen_random_uuid(), lease_until = now() + make_interval(secs => $2)
       where id = any ($1::bigint[]) and token is null
         -- An engine that was paused since it looked may lead no more.
         and exists (select from jobs.leader where holder = $4 and until > now())
       returning id, token, run_id, fn_id, kind, step_id, attempt, concurrency_keys
     ), started as (
       update jobs.run set status = 'running', started_at = now()
       where id in (
         select run.id from jobs.run join claimed on claimed.run_id = run.id
         where run.status = 'queued' for no key update of run skip locked)
     )
     select claimed.*, run.events, run.max_attempts, run.request_version, run.state_bytes > $3 as use_api,
       (select json_agg(json_build_array(step.id, case when run.state_bytes <= $3 then step.value end) order by seq)
        from jobs.step where step.run_id = run.id) as memos,
       exists (select from jobs.op where op.run_id = run.id and op.kind = 'step') as open,
       -- Nobody waits for the disk: a lease that a crash of Postgres forgets is taken again, which is what leases do.
       set_config('synchronous_commit', 'off', true)
     from claimed join jobs.run on run.id = claimed.run_id`,
    [ids, settings.leaseMs / 1_000, MAX_STATE_BYTES, settings.leader.holder],
  );
  return rows.map((row): Call => {
    slots.take(row.id, { token: row.token, fnId: row.fn_id, keys: row.concurrency_keys });
    return {
      jobId: row.id,
      token: row.token,
      runId: row.run_id,
      fnId: row.fn_id,
      kind: row.kind,
      stepId: row.step_id,
      attempt: row.attempt,
      maxAttempts: row.max_attempts,
      requestVersion: row.request_version,
      concurrencyKeys: row.concurrency_keys,
      body: requestBody({
        runId: row.run_id,
        events: row.events,
        memos: (row.memos ?? []).map(([id, value]) => ({ id, value })),
        attempt: row.attempt,
        maxAttempts: row.max_attempts,
        planOnly: row.kind === 'step' || row.open,
        useApi: row.use_api,
        dev: settings.dev,
      }),
    };
  });
}
