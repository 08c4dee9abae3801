import { randomBytes } from 'node:crypto';
import { given, stackDirOf } from '@/stack/settings';
import { findRunningStack } from '@/stack/state';

/**
 * Gives this process the configuration of the shop that a command is for: the one whose POSTGRES_URL is set, else the
 * one that runs in STACK_DIR. False when there is neither.
 */
export function adoptShopEnvironment(): boolean {
  if (given(process.env, 'POSTGRES_URL') === null) {
    const running = findRunningStack(stackDirOf(process.env));
    if (running === null) return false;
    Object.assign(process.env, running.env);
    return true;
  }
  // The configuration is checked as a whole, but a command may need nothing beyond the database: what it is not given
  // stands empty for it, as a secret that fits nothing and a Redis that nobody asks.
  process.env.APP_SECRET ||= randomBytes(32).toString('hex');
  if (!process.env.UPSTASH_REDIS_REST_URL) process.env.REDIS_URL ||= 'redis://127.0.0.1:1';
  return true;
}
