import { toUuid } from '@/lib/kernel/ids';
import type { ProductSort } from '../model';
import type { ProductCursor } from '../product-cursor';
import { searchWords } from './search-words';

export type ListWish = {
  readonly sort: ProductSort;
  readonly currency: string;
  /** How many rows to read. */
  readonly count: number;
  readonly query?: string | undefined;
  /** A collection's slug. */
  readonly collection?: string | undefined;
  readonly cursor?: ProductCursor | undefined;
};

export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/** More matches than this are not ranked: so common a word tells products apart by nothing but their age. */
const MAX_RANKED = 5_000;

const ORDER: Record<ProductSort, string> = {
  newest: 'product_id desc',
  'price-asc': 'price_minor, product_id',
  'price-desc': 'price_minor desc, product_id desc',
  relevance: 'rank desc, product_id desc',
};

/**
 * The one statement of a page of a list; its text depends only on which wishes there are, so each is prepared once.
 *
 * Every path is a walk along an index that ends with the page, or a bounded number of look-ups by key. The look-ups are
 * lateral with `limit 1`: the planner cannot turn one into a join that reads a whole table. The words of a search are
 * behind a subquery for the same reason: of a word that it knows to be common the planner would rather scan.
 */
export function listStatement(wish: ListWish): Statement {
  const values: unknown[] = [];
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const parts: Parts = {
    sort: wish.sort,
    limit: `limit ${parameter(wish.count, 'int')}`,
    currency: parameter(wish.currency, 'char(3)'),
    collection: wish.collection === undefined ? null : collectionId(parameter(wish.collection, 'text')),
    after: wish.cursor === undefined ? null : after(wish.cursor, parameter),
  };
  const words = wish.query === undefined ? null : wordsOf(wish.query, parameter);
  const text = `
    with ${words === null ? '' : matches(words)} page as (${words === null ? walk(parts, '') : search(parts)})
    select page.product_id::text as id, page.price_minor::text as price, page.compare_at_minor::text as compare_at,
           page.rank::text as rank, p.slug, p.title, i.is_there as has_image, i.path, i.alt, a.available
    from page
    cross join lateral (select slug, title from products where id = page.product_id limit 1) p
    left join lateral (
      select true as is_there, path, alt from product_images where product_id = page.product_id
      order by position limit 1
    ) i on true
    cross join lateral (
      select coalesce(bool_or(coalesce(stock_level(id), 1) > 0), false) as available
      from variants where product_id = page.product_id and archived_at is null
    ) a
    order by ${ORDER[wish.sort]}`;
  const shape = [
    words && (words.hasPrefix ? 'prefix' : 'words'),
    parts.collection && 'collection',
    parts.after && 'after',
  ];
  return { name: ['list_products', wish.sort, ...shape.filter(Boolean)].join('_'), text, values };
}

type Parts = {
  readonly sort: ProductSort;
  readonly limit: string;
  readonly currency: string;
  readonly collection: string | null;
  readonly after: { readonly walk: string; readonly ranked: string } | null;
};

type Parameter = (value: unknown, type: string) => string;

const collectionId = (slug: string) => `(select id from collections where slug = ${slug} and published)`;

/** What comes after the cursor. Where matches are too many to be ranked, relevance is age. */
function after({ sort, id, key }: ProductCursor, parameter: Parameter): NonNullable<Parts['after']> {
  const last = parameter(toUuid(id), 'uuid');
  const older = `product_id < ${last}`;
  if (sort === 'newest') return { walk: older, ranked: older };
  if (sort === 'relevance')
    return { walk: older, ranked: `(rank, product_id) < (${parameter(key, 'float4')}, ${last})` };
  const side = sort === 'price-asc' ? '>' : '<';
  const further = `(price_minor, product_id) ${side} (${parameter(key, 'bigint')}, ${last})`;
  return { walk: further, ranked: further };
}

function wordsOf(query: string, parameter: Parameter): { readonly sql: string; readonly hasPrefix: boolean } {
  const { all, head, prefix } = searchWords(query);
  const whole = `websearch_to_tsquery('english', ${parameter(all, 'text')})`;
  if (prefix === null) return { sql: whole, hasPrefix: false };
  const begun = `to_tsquery('english', ${parameter(prefix, 'text')})`;
  return {
    sql: `${whole} || (websearch_to_tsquery('english', ${parameter(head, 'text')}) && ${begun})`,
    hasPrefix: true,
  };
}

const matches = (words: { readonly sql: string }) => `
    words as materialized (select ${words.sql} as query),
    hits as materialized (
      select id as product_id, ts_rank(products.search, (select query from words)) as rank
      from products where products.search @@ (select query from words) limit ${MAX_RANKED + 1}
    ),`;

const listingOf = (product: string, currency: string) => `
      cross join lateral (
        select price_minor, compare_at_minor from listings
        where listings.product_id = ${product} and currency = ${currency} limit 1
      ) l`;

/** Products in the list's own order, by index; of a collection by age. `probe` narrows them further, one by one. */
function walk({ sort, limit, currency, collection, after: from }: Parts, probe: string): string {
  const source =
    collection === null
      ? `listings m ${probe} where currency = ${currency}`
      : `collection_products m ${listingOf('m.product_id', currency)} ${probe} where collection_id = ${collection}`;
  return `
      select m.product_id, price_minor, compare_at_minor, 0::float4 as rank
      from ${source} ${from === null ? '' : `and ${from.walk}`}
      order by ${sort === 'relevance' ? ORDER.newest : ORDER[sort]} ${limit}`;
}

/** Few matches are looked up, sorted and cut; of many, the list itself is walked until a page of them is found. */
function search(parts: Parts): string {
  const { sort, limit, currency, collection, after: from } = parts;
  const member =
    collection === null
      ? ''
      : `cross join lateral (
        select from collection_products c where c.collection_id = ${collection} and c.product_id = hits.product_id limit 1
      ) c`;
  const probe = `
      cross join lateral (
        select from products where id = m.product_id and search @@ (select query from words)
          and (select count(*) from hits) > ${MAX_RANKED} limit 1
      ) probe`;
  return `
      (select product_id, price_minor, compare_at_minor, rank
      from hits ${listingOf('hits.product_id', currency)} ${member}
      where (select count(*) from hits) <= ${MAX_RANKED} ${from === null ? '' : `and ${from.ranked}`}
      order by ${ORDER[sort]} ${limit})
      union all
      (${walk(parts, probe)})`;
}
