import { stackDirOf } from '@/stack/settings';
import { findRunningStack } from '@/stack/state';

/**
 * For commands that work on a shop: its environment, taken from the variables where POSTGRES_URL is set, else from the
 * stack that runs in STACK_DIR. Ends the process with one sentence where there is neither. Call it before anything
 * that reads the environment is used.
 */
export function adoptShopEnvironment(): void {
  if (process.env.POSTGRES_URL) return;
  const dir = stackDirOf(process.env);
  const state = findRunningStack(dir);
  if (state === null) {
    console.error(
      `No shop is running in ${dir}: start it with "npm start", or set STACK_DIR to the one you mean, or POSTGRES_URL.`,
    );
    process.exit(1);
  }
  Object.assign(process.env, state.env);
}
