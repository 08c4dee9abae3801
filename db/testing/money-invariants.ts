import { query } from '@/db/client';
import { type DiscountId, type OrderId, toUuid } from '@/lib/kernel/ids';

export type BrokenMoney = { what: string; subject: string; expected: string; found: string };

/** For tests: where the books of these orders' money do not balance (check_money()). */
export function findBrokenMoney(orders: readonly OrderId[]): Promise<BrokenMoney[]> {
  return query<BrokenMoney>('find_broken_money', 'select * from check_money($1::uuid[])', [
    orders.map((id) => toUuid(id)),
  ]);
}

/** For tests: where the counters of these codes, or the orders that used them, do not balance. */
export function findBrokenCodes(discounts: readonly DiscountId[]): Promise<BrokenMoney[]> {
  return query<BrokenMoney>(
    'find_broken_codes',
    `select * from check_money() as broken
     where broken.subject = any ($1::text[]) or broken.subject in (
       select order_id::text from discount_uses where discount_id = any ($1::text[]::uuid[]))`,
    [discounts.map((id) => toUuid(id))],
  );
}
