import { describe, expect, it } from 'vitest';
import { saveDiscountInput } from './input';

const read = (extra: object) => saveDiscountInput.safeParse({ code: ' SUMMER ', ...extra });
const faults = (extra: object) => read(extra).error?.issues.map(({ path }) => path.join('/'));

describe('a discount', () => {
  it('is one of three kinds, its code trimmed, and switched on unless told', () => {
    expect(read({ kind: 'percentage', ratePpm: 150_000 }).data).toEqual({
      code: 'SUMMER',
      kind: 'percentage',
      ratePpm: 150_000,
      enabled: true,
    });
    expect(read({ kind: 'amount', amountMinor: 500, currency: 'JPY' }).success).toBe(true);
    expect(read({ kind: 'free_shipping', startsAt: '2026-11-27T00:00:00Z' }).success).toBe(true);
  });

  it.each([
    ['ratePpm', { kind: 'percentage' }],
    ['ratePpm', { kind: 'percentage', ratePpm: 1_000_001 }],
    ['amountMinor', { kind: 'amount', amountMinor: 0, currency: 'USD' }],
    ['currency', { kind: 'amount', amountMinor: 5 }],
    ['currency', { kind: 'free_shipping', minSubtotalMinor: 5 }],
    ['code', { kind: 'free_shipping', code: ' ' }],
    ['perCustomerLimit', { kind: 'free_shipping', perCustomerLimit: 0 }],
    [
      'endsAt',
      { kind: 'free_shipping', startsAt: '2026-11-28T00:00:00Z', endsAt: '2026-11-27T23:59:59+01:00' },
    ],
  ])('%s is refused (%#)', (path, extra) => {
    expect(faults(extra)).toEqual([path]);
  });
});
