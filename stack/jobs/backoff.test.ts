import { expect, test } from 'vitest';
import { developerBackoff, fixedBackoff, tableBackoff } from './backoff';

test('the table of the real server, with its jitter, and its end for all further attempts', () => {
  const least = tableBackoff(() => 0);
  const seconds = Array.from({ length: 12 }, (_, attempt) => least(attempt) / 1_000);
  expect(seconds).toEqual([15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200, 7_200, 7_200]);
  expect(tableBackoff(() => 0.5)(0)).toBe(30_000);
});

test('a developer waits a second first and half a minute at most', () => {
  expect([0, 1, 2, 10].map(developerBackoff())).toEqual([1_000, 2_000, 4_000, 30_000]);
});

test('an interval that was asked for is kept to the millisecond', () => {
  expect([0, 5].map(fixedBackoff(300))).toEqual([300, 300]);
});
