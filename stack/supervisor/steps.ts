import { setTimeout as sleep } from 'node:timers/promises';

/** Prints the steps of a start or a stop, each when it is done, with how long it took. */
export interface Steps {
  run<T>(label: string, work: () => Promise<T>): Promise<T>;
  say(line: string): void;
}

// A step that takes longer than this announces itself, so that nobody wonders.
const announceAfterMs = 1_500;
const labelWidth = 44;

export function createSteps(write: (line: string) => void): Steps {
  return {
    say: write,
    async run(label, work) {
      const startedAt = Date.now();
      const timer = new AbortController();
      sleep(announceAfterMs, null, { signal: timer.signal }).then(
        () => write(`  … ${label}`),
        () => {},
      );
      try {
        const result = await work();
        write(`  ✓ ${label.padEnd(labelWidth)} ${seconds(startedAt)}`);
        return result;
      } catch (error) {
        write(`  ✗ ${label.padEnd(labelWidth)} ${seconds(startedAt)}`);
        throw error;
      } finally {
        timer.abort();
      }
    },
  };
}

function seconds(startedAt: number): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`;
}
