import type { CurrencySales, Figures, Point } from '../model';
import type { Frame } from './frame';
import type { Sold } from './read-sales';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What was sold, by currency, with every hour or day in its place: also those on which nothing was. */
export function arrange(frame: Frame, sold: readonly Sold[]): CurrencySales[] {
  const others = [...new Set(sold.map(({ currency }) => currency))].filter((one) => one !== frame.currency);
  return [frame.currency, ...others.sort()].map((currency) => {
    const own = sold.filter((one) => one.currency === currency);
    return {
      currency,
      now: figures(currency, own, true),
      before: figures(currency, own, false),
      points: points(frame, currency, own),
    };
  });
}

function figures(currency: string, sold: readonly Sold[], isNow: boolean): Figures {
  const sums = { orders: 0, units: 0, total: 0, refunded: 0 };
  for (const one of sold) {
    if (one.isNow !== isNow) continue;
    for (const key of ['orders', 'units', 'total', 'refunded'] as const) sums[key] += one.compared[key];
  }
  const money = (amount: number) => ({ amount, currency });
  return {
    orders: sums.orders,
    units: sums.units,
    sales: money(sums.total),
    refunded: money(sums.refunded),
    average: sums.orders === 0 ? null : money(Math.round(sums.total / sums.orders)),
  };
}

function points(frame: Frame, currency: string, sold: readonly Sold[]): Point[] {
  const at = (isNow: boolean, n: number) => {
    const one = sold.find((candidate) => candidate.isNow === isNow && candidate.n === n);
    return { orders: one?.orders ?? 0, sales: { amount: one?.total ?? 0, currency } };
  };
  return Array.from({ length: Math.max(frame.length, frame.beforeLength) }, (_, n) => ({
    at: labelOf(frame, frame.from, n),
    now: n <= frame.reached && n < frame.length ? at(true, n) : null,
    before: n < frame.beforeLength ? { at: labelOf(frame, frame.beforeFrom, n), ...at(false, n) } : null,
  }));
}

/** What the shop's clock says when the hour or day begins. On days that are 23 or 25 hours long, its hours are counted through. */
function labelOf({ unit }: Frame, from: string, n: number): string {
  const ms = Date.parse(`${from}T00:00:00Z`) + n * (unit === 'hour' ? HOUR_MS : DAY_MS);
  return new Date(ms)
    .toISOString()
    .slice(0, unit === 'hour' ? 'YYYY-MM-DDTHH:MM'.length : 'YYYY-MM-DD'.length);
}
