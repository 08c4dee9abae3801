import { query } from '@/db/client';
import { redis } from './redis/client';

const PATIENCE_MS = 1_000;

/** Whether `question` is answered in time. Whatever it fails with, the part is down. */
async function answers(question: () => Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const heard = question().then(
    () => true,
    () => false,
  );
  const isUp = await Promise.race([heard, late]);
  clearTimeout(timer);
  return isUp;
}

/** Whether Postgres answers within a second. */
export function isPostgresUp(): Promise<boolean> {
  return answers(() => query('health', 'select 1 as one', []));
}

/** Whether Redis answers within a second. */
export function isRedisUp(): Promise<boolean> {
  return answers(() => redis.ping());
}
