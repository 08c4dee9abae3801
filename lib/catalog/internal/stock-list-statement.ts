import { toUuid, type VariantId } from '@/lib/kernel/ids';
import type { StockState } from '../model';
import { QUERY, type Statement, wordsAs } from './list-statement';
import { MAX_GATHERED, STANDING, STANDS } from './merchant-list-statement';

export type StockListFilter = {
  /** Words of the product, or a whole sku. */
  readonly query?: string | undefined;
  readonly state?: StockState | undefined;
  /** The last variant of the page before. */
  readonly after?: VariantId | undefined;
  readonly limit: number;
};

/** Of more unpaid orders than this, a list does not add up what they hold. */
const MAX_PENDING = 5_000;

/** What a line shows of the variants in `page`. What orders hold is read once for all of them. */
export const STOCK_LINE = `, pending as materialized (
    select id from orders
    where status = 'pending' and not (expires_at <= now() and payment_status in ('none', 'declined'))
    limit ${MAX_PENDING + 1}
  ),
  holding as materialized (
    select l.variant_id, sum(l.quantity)::int as units
    from pending o
    cross join lateral (
      select variant_id, quantity from order_lines where order_id = o.id and claims is not null offset 0) l
    where (select count(*) from pending) <= ${MAX_PENDING} and l.variant_id in (select variant_id from page)
    group by l.variant_id
  )
  select page.variant_id::text, v.product_id::text, p.title, v.title as variant_title, v.sku, p.status,
         i.id is not null as has_image, i.path, free_units(page.variant_id) as available,
         case when (select count(*) from pending) <= ${MAX_PENDING} then coalesce(h.units, 0) end as held,
         s.low_at, (select low_stock_threshold from shop_settings) as threshold
  from page
  cross join lateral (select * from variants where variants.id = page.variant_id limit 1) v
  cross join lateral (select title, status from products where products.id = v.product_id limit 1) p
  left join lateral (select low_at from stock_items where stock_items.variant_id = page.variant_id limit 1) s on true
  left join lateral (
    select id, path from product_images where product_id = v.product_id order by position limit 1) i on true
  left join holding h on h.variant_id = page.variant_id
  order by page.variant_id desc`;

/** A page of variants that are for sale or may be, newest first: gathered where few have the words, else walked in order. */
export function stockListStatement({ query, state, after, limit }: StockListFilter): Statement {
  const values: unknown[] = [];
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const count = parameter(limit + 1, 'int');
  const words = query === undefined ? null : parameter(query, 'text');
  const cursor = after === undefined ? null : parameter(toUuid(after), 'uuid');
  const source = state === undefined ? 'select id as variant_id from variants' : STANDING[state];
  const isMany = `(select count(*) from hits) > ${MAX_GATHERED}`;
  const way = (from: string, more: readonly string[]) => {
    const conditions = [
      ...more,
      'v.archived_at is null',
      ...(state === undefined ? [] : [STANDS[state]]),
      ...(cursor === null ? [] : [`k.variant_id < ${cursor}`]),
    ];
    return `(select k.variant_id from ${from} k
      cross join lateral (
        select id, product_id, sku, archived_at from variants where variants.id = k.variant_id limit 1) v
      where ${conditions.join(' and ')} order by k.variant_id desc limit ${count})`;
  };
  const hasWords = `(v.sku = ${words} or exists (select from products w where w.id = v.product_id and w.search @@ ${QUERY}))`;
  const page =
    words === null
      ? way(`(${source})`, [])
      : [
          way('(select distinct variant_id from hits order by variant_id desc)', [`not ${isMany}`]),
          way(`(${source})`, [isMany, hasWords]),
        ].join(' union all ');
  const hits = `${wordsAs(`websearch_to_tsquery('english', ${words})`)}, hits as materialized (
    select variant_id from (
      select id as variant_id from variants where sku = ${words}
      union all
      select one.id from (select id from products where search @@ ${QUERY}) p
      cross join lateral (select id from variants where product_id = p.id offset 0) one
    ) s limit ${MAX_GATHERED + 1}), `;
  return {
    name: ['list_stock', state?.replace('-', '_'), words && 'words', cursor && 'after']
      .filter(Boolean)
      .join('_'),
    text: `with ${words === null ? '' : hits}page as materialized (${page}) ${STOCK_LINE}`,
    values,
  };
}
