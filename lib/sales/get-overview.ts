import { createMemoryCache } from '@/lib/platform/cache';
import type { OverviewInput } from './input';
import { arrange } from './internal/arrange';
import { readFrame } from './internal/frame';
import { readBestSellers } from './internal/read-best-sellers';
import { readConversion } from './internal/read-conversion';
import { readRunningOut } from './internal/read-running-out';
import { readSales } from './internal/read-sales';
import type { Overview } from './model';

const KEPT_MS = 3_000;
/** Of spans that are not of today: as many as people look at. */
const memory = createMemoryCache(50);

/**
 * How the shop does in a period, beside the one before it: folded sums and what came since, so it is right to the last second, and
 * five statements however many orders there are. One question every three seconds an instance, however many screens ask.
 */
export function getOverview(asked: OverviewInput): Promise<Overview> {
  return memory.cached(`${asked.span} ${asked.from} ${asked.to}`, KEPT_MS, () => readOverview(asked));
}

/** As {@link getOverview}, past the memory. */
export async function readOverview(asked: OverviewInput): Promise<Overview> {
  const frame = await readFrame(asked);
  const [sold, conversion, bestSellers, runningOut] = await Promise.all([
    readSales(frame),
    readConversion(frame),
    readBestSellers(frame),
    readRunningOut(frame),
  ]);
  const currencies = arrange(frame, sold);
  const orders = (period: 'now' | 'before') => currencies.reduce((sum, one) => sum + one[period].orders, 0);
  return {
    asOf: new Date(frame.asOf).toISOString(),
    timeZone: frame.timeZone,
    unit: frame.unit,
    period: { from: frame.from, to: frame.to },
    before: { from: frame.beforeFrom, to: frame.beforeTo },
    isRunning: frame.isRunning,
    orders: { now: orders('now'), before: orders('before') },
    conversion,
    currencies,
    bestSellers,
    runningOut,
  };
}
