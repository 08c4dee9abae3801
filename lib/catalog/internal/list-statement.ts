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

/**
 * Up to this many products that fit are gathered, looked up and sorted; of more, the whole list is walked in its own
 * order until a page of them is found. Which it is is counted by the statement itself. Relevance is age then: so common a
 * word tells products apart by nothing else.
 */
const MAX_GATHERED = 5_000;

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
  const parameter: Parameter = (value, type) => `$${values.push(value)}::${type}`;
  const words = wish.query === undefined ? null : wordsOf(wish.query, parameter);
  const parts: Parts = {
    sort: wish.sort,
    limit: `limit ${parameter(wish.count, 'int')}`,
    currency: parameter(wish.currency, 'char(3)'),
    collection: wish.collection === undefined ? null : collectionId(parameter(wish.collection, 'text')),
    hasWords: words !== null,
    after: wish.cursor === undefined ? null : after(wish.cursor, parameter),
  };
  const text = `
    with ${[...(words === null ? [] : findHits(words.sql)), ...findMembers(parts), `page as (${source(parts)})`].join()}
    select page.product_id::text as id, page.price_minor::text as price, page.compare_at_minor::text as compare_at,
           page.rank::text as rank, p.slug, p.title, i.is_there as has_image, i.path, i.alt, a.available
    from page
    cross join lateral (select slug, title from products where id = page.product_id limit 1) p
    left join lateral (
      select true as is_there, path, alt from product_images where product_id = page.product_id
      order by position limit 1
    ) i on true
    cross join lateral (
      select coalesce(bool_or(coalesce(stock_level(id) > 0 or due_units(id) > 0, true)), false) as available
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
  readonly hasWords: boolean;
  readonly after: { readonly walked: string; readonly gathered: string } | null;
};

type Parameter = (value: unknown, type: string) => string;

const collectionId = (slug: string) => `(select id from collections where slug = ${slug} and published)`;

function wordsOf(query: string, parameter: Parameter): { readonly sql: string; readonly hasPrefix: boolean } {
  const { all, head, prefix } = searchWords(query);
  const whole = `websearch_to_tsquery('english', ${parameter(all, 'text')})`;
  if (prefix === null) return { sql: whole, hasPrefix: false };
  const begun = `to_tsquery('english', ${parameter(prefix, 'text')})`;
  const before = `websearch_to_tsquery('english', ${parameter(head, 'text')})`;
  return { sql: `${whole} || (${before} && ${begun})`, hasPrefix: true };
}

/** What comes after the cursor, in the order of a walk and in that of what was gathered. */
function after({ sort, id, key }: ProductCursor, parameter: Parameter): NonNullable<Parts['after']> {
  const last = parameter(toUuid(id), 'uuid');
  const older = `product_id < ${last}`;
  if (sort === 'newest') return { walked: older, gathered: older };
  if (sort === 'relevance')
    return { walked: older, gathered: `(rank, product_id) < (${parameter(key, 'float4')}, ${last})` };
  const side = sort === 'price-asc' ? '>' : '<';
  const further = `(price_minor, product_id) ${side} (${parameter(key, 'bigint')}, ${last})`;
  return { walked: further, gathered: further };
}

const QUERY = '(select query from words)';

const findHits = (words: string) => [
  `words as materialized (select ${words} as query)`,
  `hits as materialized (select id as product_id from products where search @@ ${QUERY} limit ${MAX_GATHERED + 1})`,
];

/** A collection has an order of its own only by age. */
const isGathered = ({ sort, collection }: Parts) => collection !== null && sort.startsWith('price');

const findMembers = (parts: Parts) =>
  isGathered(parts)
    ? [
        // The order keeps the planner on the key: of a collection that is half the catalog it would scan for any 5,001.
        `members as materialized (
          select product_id from collection_products where collection_id = ${parts.collection}
          order by product_id desc limit ${MAX_GATHERED + 1})`,
      ]
    : [];

const few = (set: 'hits' | 'members') => `(select count(*) from ${set}) <= ${MAX_GATHERED}`;
const many = (set: 'hits' | 'members') => `(select count(*) from ${set}) > ${MAX_GATHERED}`;

const LISTING = (currency: string) => `cross join lateral (
  select price_minor, compare_at_minor from listings
  where listings.product_id = found.product_id and currency = ${currency} limit 1) listed`;

const HAS_WORDS = `cross join lateral (
  select from products where id = found.product_id and search @@ ${QUERY} limit 1) worded`;

const IS_MEMBER = (collection: string) => `cross join lateral (
  select from collection_products c
  where c.collection_id = ${collection} and c.product_id = found.product_id limit 1) member`;

const RANK = `cross join lateral (
  select ts_rank(search, ${QUERY}) as rank from products where id = found.product_id limit 1) ranked`;

/** The page's products: of several ways to them exactly one runs, the others are shut by a condition that is looked at once. */
function source(parts: Parts): string {
  const { currency, collection, hasWords } = parts;
  const member = collection === null ? '' : IS_MEMBER(collection);
  const worded = hasWords ? HAS_WORDS : '';
  const ifCommon = hasWords ? [many('hits')] : [];
  const ways: string[] = [];
  if (hasWords) {
    const rank = parts.sort === 'relevance' ? RANK : '';
    ways.push(way(parts, `hits found ${LISTING(currency)} ${member} ${rank}`, [few('hits')], 'gathered'));
  }
  if (isGathered(parts)) {
    ways.push(
      way(parts, `members found ${LISTING(currency)} ${worded}`, [few('members'), ...ifCommon], 'gathered'),
      way(
        parts,
        `listings found ${member} ${worded}`,
        [`currency = ${currency}`, many('members'), ...ifCommon],
        'walked',
      ),
    );
  } else if (collection === null) {
    ways.push(way(parts, `listings found ${worded}`, [`currency = ${currency}`, ...ifCommon], 'walked'));
  } else {
    const conditions = [`collection_id = ${collection}`, ...ifCommon];
    ways.push(way(parts, `collection_products found ${LISTING(currency)} ${worded}`, conditions, 'walked'));
  }
  return ways.map((select) => `(${select})`).join(' union all ');
}

function way(parts: Parts, from: string, conditions: string[], how: 'walked' | 'gathered'): string {
  const { sort, limit, after: start } = parts;
  const isRanked = sort === 'relevance' && how === 'gathered';
  const order = sort === 'relevance' && !isRanked ? ORDER.newest : ORDER[sort];
  const where = start === null ? conditions : [...conditions, start[how]];
  return `
    select found.product_id, price_minor, compare_at_minor, ${isRanked ? 'rank' : '0::float4 as rank'}
    from ${from} where ${where.join(' and ')} order by ${order} ${limit}`;
}
