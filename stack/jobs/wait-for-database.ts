import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database';

const WAIT_MS = 8_000;
const STEP_MS = 300;

/** Waits some seconds for a database that is starting; throws with one sentence, without the address, if none comes. */
export async function waitForDatabase(db: Database): Promise<void> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    try {
      await db.query('select 1');
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // A wrong name or password does not become right by waiting.
      if (code.startsWith('28') || code === '3D000')
        throw new Error(`The database refuses the connection (${code}).`);
      if (Date.now() > end)
        throw new Error(
          `The database cannot be reached within ${WAIT_MS / 1_000} s (${code || 'no answer'}).`,
        );
      await sleep(STEP_MS);
    }
  }
}
