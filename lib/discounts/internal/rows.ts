import { fromUuid } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import type { Discount } from '../model';

/** A row of discounts as jsonb. */
export type DiscountRow = {
  id: string;
  code: string;
  kind: Discount['kind'];
  rate_ppm: number | null;
  amount_minor: number | null;
  currency: string | null;
  min_subtotal_minor: number | null;
  collection_id: string | null;
  starts_at: string | null;
  ends_at: string | null;
  usage_limit: number | null;
  per_customer_limit: number | null;
  used: number;
  enabled: boolean;
};

export function toDiscount(row: DiscountRow): Discount {
  const money = (amount: number | null): Money | null =>
    amount === null || row.currency === null ? null : { amount, currency: row.currency };
  const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());
  return {
    id: fromUuid('disc', row.id),
    code: row.code,
    kind: row.kind,
    ratePpm: row.rate_ppm,
    amount: money(row.amount_minor),
    minSubtotal: money(row.min_subtotal_minor),
    collectionId: row.collection_id === null ? null : fromUuid('col', row.collection_id),
    startsAt: instant(row.starts_at),
    endsAt: instant(row.ends_at),
    usageLimit: row.usage_limit,
    perCustomerLimit: row.per_customer_limit,
    enabled: row.enabled,
    used: row.used,
  };
}
