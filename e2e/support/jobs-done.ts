import { databaseKnown, queryDatabase } from './database';
import { eventually } from './wait';

/**
 * Waits until the shop has done what it was left to do: mails above all. Does nothing where its database is not known.
 *
 * @throws when it is not done in time
 */
export async function jobsDone(timeoutMs: number): Promise<void> {
  if (!databaseKnown) return;
  await eventually('the jobs are done', timeoutMs, async () => {
    const [left] = await queryDatabase(
      // Those that sleep until a later try, as deliveries to an address that is gone do, are no work now.
      `select (select count(*) from outbox) + (select count(*) from jobs.job where run_at <= now() or token is not null) as runs`,
    );
    return Number(left?.runs) === 0 || undefined;
  });
}
