import { query } from '@/db/client';
import { type OrderId, toUuid } from '@/lib/kernel/ids';

/** For tests: where the books of these orders' money do not balance, or of all money (check_money()). */
export async function findBrokenMoney(orders?: readonly OrderId[]) {
  return query<{ what: string; subject: string; expected: string; found: string }>(
    'find_broken_money',
    'select * from check_money($1::uuid[])',
    [orders?.map((id) => toUuid(id)) ?? null],
  );
}
