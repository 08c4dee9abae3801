import { type ProductId, toUuid } from '@/lib/kernel/ids';
import type { Statement } from './list-statement';

/** How many products of each collection, and how many that came about the same time, are compared. */
const MAX_COMPARED = 60;

/** Of how many collections. */
const MAX_COLLECTIONS = 6;

/**
 * Products that go with one, the nearest first: what they share decides (tags, the collections they are in, who made them, what
 * they are), and among equals those that were made about the same time. Whatever can be bought comes before what cannot.
 */
export function relatedStatement(id: ProductId, currency: string, count: number): Statement {
  return {
    name: 'find_related_products',
    text: `
    with me as materialized (select id, tags, vendor, product_type from products where id = $1::uuid),
    near as materialized (
      (select m.product_id, 1 as shared
       from (
         select collection_id from collection_products where product_id = $1::uuid order by collection_id
         limit ${MAX_COLLECTIONS}
       ) mine
       join lateral (select id from collections where id = mine.collection_id and published limit 1) c on true
       cross join lateral (
         select product_id from collection_products where collection_id = c.id
         order by product_id desc limit ${MAX_COMPARED}
       ) m)
      union all
      (select product_id, 0 from listings where currency = $2::char(3) and product_id < $1::uuid
       order by product_id desc limit ${MAX_COMPARED})
      union all
      (select product_id, 0 from listings where currency = $2::char(3) and product_id > $1::uuid
       order by product_id limit ${MAX_COMPARED})
    ),
    candidates as (select product_id, sum(shared) as shared from near where product_id <> $1::uuid group by 1),
    page as (
      select c.product_id, l.price_minor, l.compare_at_minor, a.available, p.slug, p.title,
             2 * (select count(*) from unnest(p.tags) tag where tag = any (me.tags)) + 2 * c.shared
             + case when p.vendor = me.vendor and p.vendor <> '' then 2 else 0 end
             + case when p.product_type = me.product_type and p.product_type <> '' then 1 else 0 end as nearness
      from candidates c cross join me
      cross join lateral (
        select price_minor, compare_at_minor from listings
        where product_id = c.product_id and currency = $2::char(3) limit 1
      ) l
      cross join lateral (
        select slug, title, tags, vendor, product_type from products where id = c.product_id limit 1
      ) p
      cross join lateral (
        select coalesce(bool_or(coalesce(stock_level(id) > 0 or due_units(id) > 0, true)), false) as available
        from variants where product_id = c.product_id and archived_at is null
      ) a
      order by a.available desc, nearness desc, c.product_id desc
      limit $3::int
    )
    select page.product_id::text as id, page.price_minor::text as price, page.compare_at_minor::text as compare_at,
           '0' as rank, page.slug, page.title, i.is_there as has_image, i.path, i.alt, page.available
    from page
    left join lateral (
      select true as is_there, path, alt from product_images where product_id = page.product_id
      order by position limit 1
    ) i on true
    order by page.available desc, page.nearness desc, page.product_id desc`,
    values: [toUuid(id), currency, count],
  };
}
