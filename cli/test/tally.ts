import { stripVTControlCharacters } from 'node:util';

/** How many tests of a step passed and failed; a check without tests of its own counts as one. */
export interface Tally {
  passed: number;
  failed: number;
  /** What failed, by name and with the first line of why, where the step knows. */
  failures?: string[];
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

/** The first line of an error, without colours. */
export function firstLine(message = ''): string {
  return stripVTControlCharacters(message).trim().split('\n', 1)[0] ?? '';
}
