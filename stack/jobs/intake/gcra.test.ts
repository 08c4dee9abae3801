import { expect, test } from 'vitest';
import { nextConforming } from './gcra';

function starts(rate: { intervalMs: number; burst: number }, arrivals: number[]): number[] {
  let tat: number | undefined;
  return arrivals.map((nowMs) => {
    const next = nextConforming(tat, nowMs, rate);
    tat = next.tat;
    return next.atMs;
  });
}

test('without a burst each waits for its turn', () => {
  expect(starts({ intervalMs: 1_000, burst: 1 }, [0, 0, 0, 10_000])).toEqual([0, 1_000, 2_000, 10_000]);
});

test('a burst goes at once, and is won back one by one', () => {
  expect(starts({ intervalMs: 1_000, burst: 3 }, [0, 0, 0, 0, 1_500])).toEqual([0, 0, 0, 1_000, 2_000]);
});
