import { query } from '@/db/client';
import { redis } from './redis/client';
import { within } from './within';

const PATIENCE_MS = 1_000;

/** Whether `question` is answered in time. Whatever it fails with, the part is down. */
function answers(question: () => Promise<unknown>): Promise<boolean> {
  const heard = question().then(
    () => true,
    () => false,
  );
  return within(PATIENCE_MS, heard, () => false);
}

/** Whether Postgres answers within a second. */
export function isPostgresUp(): Promise<boolean> {
  return answers(() => query('health', 'select 1 as one', []));
}

/** Whether Redis answers within a second. */
export function isRedisUp(): Promise<boolean> {
  return answers(() => redis.ping());
}
