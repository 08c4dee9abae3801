import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The first value that `probe` gives and that is not undefined, asked again every 100 ms.
 * Throws after `withinMs`, with what the last try said.
 */
export async function eventually<T>(
  promise: string,
  withinMs: number,
  probe: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`${promise}: not within ${withinMs} ms`);
    await sleep(100);
  }
}
