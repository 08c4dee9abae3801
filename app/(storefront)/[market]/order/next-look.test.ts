import { expect, test } from 'vitest';
import type { Order } from '@/lib/orders/model';
import { nextLookMs } from './next-look';

const now = Date.parse('2026-11-27T09:00:00.000Z');

function order(status: Order['status'], payment: Order['payment']['status'], leftMs = 600_000) {
  return {
    status,
    expiresAt: new Date(now + leftMs).toISOString(),
    payment: { provider: 'test', status: payment },
  };
}

test('an order that is settled is not asked about again', () => {
  for (const status of ['paid', 'expired', 'cancelled', 'refunded'] as const) {
    expect(nextLookMs(order(status, 'none'), 0, now)).toBe(Number.POSITIVE_INFINITY);
  }
});

test('a payment under way is looked at more often than one in doubt, and that more than none', () => {
  const waits = (['processing', 'in-doubt', 'none'] as const).map((status) =>
    nextLookMs(order('pending', status), 0, now),
  );
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
});

test('the end of a hold is not slept through', () => {
  expect(nextLookMs(order('pending', 'none', 3_000), 0, now)).toBe(3_500);
  expect(nextLookMs(order('pending', 'none', -1), 0, now)).toBeLessThanOrEqual(2_000);
});

test('failures make the pauses longer, up to half a minute', () => {
  const waits = [1, 2, 3, 9].map((failures) => nextLookMs(null, failures));
  expect(waits).toEqual([2_000, 4_000, 8_000, 30_000]);
});
