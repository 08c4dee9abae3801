import type { Database } from '../database';
import type { Slots } from './slots';

/** A call lost that often is not sent again: what runs it dies with it. */
export const MAX_LOST = 20;

/** Keeps the leases of calls that are still open, and still this engine's. */
export async function renewLeases(db: Database, slots: Slots, leaseMs: number): Promise<void> {
  const calls = slots.held();
  if (calls.length === 0) return;
  await db.query(
    `update jobs.job set lease_until = now() + make_interval(secs => $3)
     from unnest($1::bigint[], $2::uuid[]) given (id, token) where job.id = given.id and job.token = given.token`,
    [calls.map(({ jobId }) => jobId), calls.map(({ token }) => token), leaseMs / 1_000],
  );
}

/** Frees calls whose engine is gone, and counts the loss. Returns those that were lost too often. */
export async function freeLostCalls(
  db: Database,
  slots: Slots,
): Promise<{ jobId: string; runId: string; lost: number }[]> {
  const rows = await db.query<{ id: string; run_id: string; lost: number }>(
    `update jobs.job set token = null, lease_until = null, lost = lost + 1
     where token is not null and lease_until < now() and not id = any ($1::bigint[])
     returning id, run_id, lost`,
    // After a pause of Postgres the own leases are over as well, yet the calls are open.
    [slots.ids()],
  );
  const held = await db.query<{ id: string; fn_id: string; concurrency_keys: string[] }>(
    'select id, fn_id, concurrency_keys from jobs.job where token is not null and not id = any ($1::bigint[])',
    [slots.ids()],
  );
  slots.setForeign(
    new Map(held.map(({ id, fn_id, concurrency_keys }) => [id, { fnId: fn_id, keys: concurrency_keys }])),
  );
  return rows
    .filter(({ lost }) => lost >= MAX_LOST)
    .map(({ id, run_id, lost }) => ({ jobId: id, runId: run_id, lost }));
}

/** Gives calls back unused: nothing was sent, or this engine stops. */
export async function returnCalls(
  db: Database,
  jobs: readonly { id: string; token: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await db.query(
    `update jobs.job set token = null, lease_until = null
     from unnest($1::bigint[], $2::uuid[]) given (id, token) where job.id = given.id and job.token = given.token`,
    [jobs.map(({ id }) => id), jobs.map(({ token }) => token)],
  );
}
