import type { Database } from '../database';
import type { Slots } from './slots';

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

/** Gives calls back unused: nothing was sent. */
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
