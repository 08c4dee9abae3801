import { failedOne, passedOne, sumOf, type Tally } from '@/cli/test/tally';
import { Refusal } from '@/stack/refusal';

/** The steps of one `npm test`: each says how long it took, and what fails does not stop the rest. */
export interface TestRun {
  /** Runs a step; null when it threw, which counts as one failure. */
  step<T>(label: string, work: () => Promise<T>): Promise<T | null>;
  /** Runs a step that counts tests. */
  count(label: string, work: () => Promise<Tally>): Promise<boolean>;
  /** Prints what failed, by name, and the last line; true when all passed. */
  finish(): boolean;
}

export function createTestRun(print: (line: string) => void): TestRun {
  const startedAt = Date.now();
  const tallies: Tally[] = [];
  const failures: string[] = [];

  async function timed<T>(
    label: string,
    work: () => Promise<T>,
    tallyOf: (result: T) => Tally,
  ): Promise<T | null> {
    const stepStartedAt = Date.now();
    print(`\n▶ ${label}`);
    let result: T | null = null;
    let tally = failedOne;
    try {
      result = await work();
      tally = tallyOf(result);
    } catch (error) {
      print(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error));
    }
    tallies.push(tally);
    if (tally.failed > 0) {
      const named = tally.failures?.length ? tally.failures : ['see its output above'];
      failures.push(...named.map((name) => `${label}: ${name}`));
    }
    const verdict = tally.failed === 0 ? '✓' : '✗';
    print(`${verdict} ${label}: ${tally.passed} passed, ${tally.failed} failed (${seconds(stepStartedAt)})`);
    return result;
  }

  return {
    step: (label, work) => timed(label, work, () => passedOne),
    async count(label, work) {
      const tally = await timed(label, work, (counted) => counted);
      return tally !== null && tally.failed === 0;
    },
    finish() {
      const { passed, failed } = sumOf(tallies);
      // Several steps print at once: whoever reads the end of a long output must find here what to look for in it.
      for (const failure of failures) print(`✗ ${failure}`);
      print(`\n${passed} passed, ${failed} failed (${seconds(startedAt)})`);
      return failed === 0;
    },
  };
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
