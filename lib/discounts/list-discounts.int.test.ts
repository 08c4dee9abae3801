import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { closeRedis } from '@/lib/platform/redis/client';
import { createDiscount } from './create-discount';
import { createDiscountInput } from './input';
import { DISCOUNT_STATES, discountState } from './model';
import { listDiscounts } from './queries';

afterAll(async () => {
  await closeDatabase();
  await closeRedis();
});

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
const TERMS = [
  {},
  { startsAt: YESTERDAY, endsAt: TOMORROW, usageLimit: 5 },
  { startsAt: TOMORROW },
  { usageLimit: 0 },
  { usageLimit: 0, startsAt: TOMORROW },
  { endsAt: YESTERDAY },
  { endsAt: YESTERDAY, usageLimit: 0 },
  { enabled: false },
  { enabled: false, endsAt: YESTERDAY },
];

test('a list that is narrowed to a state has exactly those that stand so', async () => {
  const word = `ST${Date.now().toString(36)}`.toUpperCase();
  for (const [at, terms] of TERMS.entries()) {
    const input = createDiscountInput.parse({ code: `${word}${at}`, kind: 'free_shipping', ...terms });
    expect((await createDiscount(input, { actor: 'system' })).ok).toBe(true);
  }
  const { items: all } = await listDiscounts({ query: word, limit: 100 });
  expect(all).toHaveLength(TERMS.length);
  const now = Date.now();
  for (const state of DISCOUNT_STATES) {
    const { items } = await listDiscounts({ query: word, state, limit: 100 });
    const expected = all.filter((discount) => discountState(discount, now) === state);
    expect(expected.length).toBeGreaterThan(0);
    expect(items, state).toEqual(expected);
  }
});
