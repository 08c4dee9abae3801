import type { Queryable } from '../database';
import type { Call } from '../model';
import type { RegisteredFunction } from '../sync/registry';
import type { AppHealth } from './app-health';
import type { Leader } from './leader';
import { requestBody } from './request-body';
import type { Slots } from './slots';

/** State larger than this is not sent: the SDK fetches it. */
const MAX_STATE_BYTES = 4 * 1024 * 1024;
const MAX_PER_PASS = 64;

interface Candidate {
  id: string;
  fn_id: string;
  concurrency_keys: string[];
}

export interface ClaimSettings {
  health: AppHealth;
  leader: Leader;
  leaseMs: number;
  dev: boolean;
}

/**
 * Leases due calls, as many as the slots allow, one function after the other in turns: however much of one is queued,
 * another gets its turn in the same pass. Two statements.
 */
export async function claimCalls(
  db: Queryable,
  functions: readonly RegisteredFunction[],
  slots: Slots,
  settings: ClaimSettings,
): Promise<Call[]> {
  const roomOf = (fn: RegisteredFunction) => {
    const room = slots.room(fn.id, 0, 0);
    // Of an app that was down one call finds out whether it still is.
    return settings.health.isSuspect(fn.appId) ? Math.min(1, room) : room;
  };
  const rooms = functions.map((fn) => ({ fn, room: roomOf(fn) })).filter(({ room }) => room > 0);
  if (rooms.length === 0) return [];
  const candidates = await db.query<Candidate>(
    `select job.id, job.fn_id, job.concurrency_keys
     from unnest($1::text[], $2::integer[]) given (fn_id, room)
     cross join lateral (
       select id, fn_id, concurrency_keys from jobs.job
       where fn_id = given.fn_id and token is null and kind in ('discover', 'step') and run_at <= now()
         and place <= now() + interval '600 seconds' and not concurrency_keys && $3::text[]
       order by place
       limit given.room
     ) job`,
    [rooms.map(({ fn }) => fn.id), rooms.map(({ room }) => room), slots.saturated(functions)],
  );
  const chosen = chooseInTurns(candidates, functions, slots);
  return chosen.length === 0 ? [] : await leaseCalls(db, chosen, slots, settings);
}

function chooseInTurns(
  candidates: readonly Candidate[],
  functions: readonly RegisteredFunction[],
  slots: Slots,
): string[] {
  const queues = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const queue = queues.get(candidate.fn_id);
    if (queue) queue.push(candidate);
    else queues.set(candidate.fn_id, [candidate]);
  }
  const byId = new Map(functions.map((fn) => [fn.id, fn]));
  const chosen: string[] = [];
  const chosenOf = new Map<string, number>();
  const chosenKeys = new Map<string, number>();
  while (queues.size > 0 && chosen.length < MAX_PER_PASS) {
    for (const [fnId, queue] of queues) {
      const fn = byId.get(fnId);
      const next = queue.shift();
      if (!fn || !next || slots.room(fnId, chosen.length, chosenOf.get(fnId) ?? 0) < 1) {
        queues.delete(fnId);
        continue;
      }
      if (!slots.admits(fn, next.concurrency_keys, chosenKeys)) continue;
      chosen.push(next.id);
      chosenOf.set(fnId, (chosenOf.get(fnId) ?? 0) + 1);
      for (const key of next.concurrency_keys) chosenKeys.set(key, (chosenKeys.get(key) ?? 0) + 1);
    }
  }
  return chosen;
}

async function leaseCalls(
  db: Queryable,
  ids: readonly string[],
  slots: Slots,
  settings: ClaimSettings,
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
