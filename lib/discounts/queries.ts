import { query } from '@/db/client';
import { type DiscountId, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { type DiscountRow, toDiscount } from './internal/rows';
import type { Discount, DiscountState } from './model';

/** A code without a usage limit keeps no count. */
const USED = `case when d.usage_limit is not null then d.used
  else (select count(*) from discount_uses u where u.discount_id = d.id and u.given_back_at is null) end`;

/** As discountState of model.ts tells it. */
const STATE = `case
  when not d.enabled then 'off'
  when d.ends_at <= now() then 'over'
  when d.used >= d.usage_limit then 'used-up'
  when d.starts_at > now() then 'scheduled'
  else 'active' end`;

/** A discount and the version that a change of it expects; null when there is none. */
export async function findDiscount(id: DiscountId): Promise<{ discount: Discount; version: string } | null> {
  const [row] = await query<{ discount: string; version: string }>(
    'find_discount',
    `select (to_jsonb(d) || jsonb_build_object('used', ${USED}))::text as discount, updated_at::text as version
     from discounts d where id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  return { discount: toDiscount(JSON.parse(row.discount) as DiscountRow), version: row.version };
}

/** A page of discounts, newest first. One statement. */
export async function listDiscounts(filter: {
  readonly limit: number;
  /** The beginning of a code, in any case. */
  readonly query?: string | undefined;
  readonly state?: DiscountState | undefined;
  readonly after?: DiscountId | undefined;
}): Promise<Page<Discount, DiscountId>> {
  const rows = await query<{ discount: string }>(
    'list_discounts',
    `select (to_jsonb(d) || jsonb_build_object('used', ${USED}))::text as discount
     from discounts d
     where ($2::uuid is null or id < $2::uuid) and ($3::text is null or starts_with(lower(code), lower($3::text)))
       and ($4::text is null or $4::text = ${STATE})
     order by id desc limit $1::int`,
    [
      filter.limit + 1,
      filter.after === undefined ? null : toUuid(filter.after),
      filter.query ?? null,
      filter.state ?? null,
    ],
  );
  const discounts = rows.map(({ discount }) => toDiscount(JSON.parse(discount) as DiscountRow));
  return toPage(discounts, filter.limit, ({ id }) => id);
}
