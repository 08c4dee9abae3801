import { setTimeout as sleep } from 'node:timers/promises';

/** Tries again and again until `attempt` does not throw; then returns what it returns. Throws its last error. */
export async function until<T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 15_000, everyMs = 50 } = {},
): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; await sleep(everyMs)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
