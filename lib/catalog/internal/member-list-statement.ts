import { toUuid } from '@/lib/kernel/ids';
import type { CollectionSort } from '../model';
import type { ProductCursor } from '../product-cursor';
import type { Statement } from './list-statement';

/** One page of what is in a collection, drafts too, in its own order: a walk along its index that ends with the page. */
export function memberListStatement(
  collection: string,
  sort: CollectionSort,
  count: number,
  cursor: ProductCursor | undefined,
): Statement {
  const isManual = sort === 'manual';
  const further =
    cursor === undefined
      ? ''
      : isManual
        ? 'and (c.place, c.product_id) > ($3::bigint, $4::uuid)'
        : 'and c.product_id < $3::uuid';
  return {
    name: ['list_members', sort, ...(cursor === undefined ? [] : ['after'])].join('_'),
    text: `select c.product_id::text as id, c.place::text as place, p.slug, p.title, p.status,
             p.publish_at::text as "publishAt", i.path, i.is_there as "hasImage"
      from (
        select product_id, place from collection_products c where collection_id = $1::uuid ${further}
        order by ${isManual ? 'place, product_id' : 'product_id desc'} limit $2::int
      ) c
      cross join lateral (
        select slug, title, status, publish_at from products where id = c.product_id limit 1
      ) p
      left join lateral (
        select true as is_there, path from product_images where product_id = c.product_id order by position limit 1
      ) i on true
      order by ${isManual ? 'c.place, c.product_id' : 'c.product_id desc'}`,
    values: [
      collection,
      count,
      ...(cursor === undefined ? [] : isManual ? [cursor.key, toUuid(cursor.id)] : [toUuid(cursor.id)]),
    ],
  };
}
