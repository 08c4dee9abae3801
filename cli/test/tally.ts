/** How many tests of a step passed and failed; a check without tests of its own counts as one. */
export interface Tally {
  passed: number;
  failed: number;
}

export const passedOne: Tally = { passed: 1, failed: 0 };
export const failedOne: Tally = { passed: 0, failed: 1 };

export function tallyOf(status: number): Tally {
  return status === 0 ? passedOne : failedOne;
}

export function sumOf(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}
