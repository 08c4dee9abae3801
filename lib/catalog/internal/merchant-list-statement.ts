import { type CollectionId, type ProductId, toUuid } from '@/lib/kernel/ids';
import type { ProductStatus, StockState } from '../model';
import { QUERY, type Statement, wordsAs } from './list-statement';
import { PRODUCT_DOCUMENT } from './product-document';

export type MerchantListFilter = {
  readonly status?: ProductStatus | undefined;
  readonly vendor?: string | undefined;
  readonly collectionId?: CollectionId | undefined;
  /** How one of its variants stands. */
  readonly stock?: StockState | undefined;
  /** Words of the product, or a whole sku. */
  readonly query?: string | undefined;
  /** The last product of the page before. */
  readonly after?: ProductId | undefined;
  readonly limit: number;
};

/** So many are gathered and sorted; of more, the list is walked in its order: then they are no rarity in it. */
export const MAX_GATHERED = 5_000;

/** Whether the variant in row `v` stands so at this moment. */
export const STANDS: Readonly<Record<StockState, string>> = {
  out: 'stock_level(v.id) = 0',
  low: 'is_low(v.id)',
  'not-counted': 'stock_level(v.id) is null',
};

/** Where to look for variants that stand so: what is there is looked at once more. */
export const STANDING: Readonly<Record<StockState, string>> = {
  out: 'select variant_id from sold_out_variants',
  low: 'select variant_id from low_variants',
  'not-counted': 'select variant_id from stock_items where not counted',
};

/** A set that the list may be gathered from, and how a product is seen to be in it. */
type Narrowing = { readonly name: string; readonly set: string; readonly check: string };

/** A page of products of any status, newest first: gathered from the first set that is small, else walked in the list's order. */
export function merchantListStatement(filter: MerchantListFilter): Statement {
  const values: unknown[] = [];
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const limit = parameter(filter.limit + 1, 'int');
  const typed = filter.query === undefined ? null : parameter(filter.query, 'text');
  const conditions = [
    filter.status && `found.status = ${parameter(filter.status, 'text')}`,
    filter.vendor && `found.vendor = ${parameter(filter.vendor, 'text')}`,
    filter.after && `found.id < ${parameter(toUuid(filter.after), 'uuid')}`,
  ].filter((condition) => typeof condition === 'string');
  const narrowings = [
    ...(typed === null ? [] : [byWords(typed)]),
    ...(filter.collectionId ? [byCollection(parameter(toUuid(filter.collectionId), 'uuid'))] : []),
    ...(filter.stock ? [byStock(filter.stock)] : []),
  ];
  // In a set of their own, so that the planner does not guess how common they are.
  const words = typed === null ? [] : [wordsAs(`websearch_to_tsquery('english', ${typed})`)];
  const sets = narrowings.map(
    ({ name, set }) =>
      `${name} as materialized (select product_id from (${set}) s limit ${MAX_GATHERED + 1})`,
  );
  const isMany = ({ name }: Narrowing) => `(select count(*) from ${name}) > ${MAX_GATHERED}`;
  const checks = narrowings.map(({ check }) => check).join(' ');
  const end = (more: readonly string[], order: string) => {
    const all = [...conditions, ...more];
    return `${all.length === 0 ? '' : `where ${all.join(' and ')}`} order by ${order} desc limit ${limit}`;
  };
  // In the order of what was gathered: what is looked up for each stops with the page.
  const gathered = narrowings.map((narrowing, index) => {
    const shut = [`not ${isMany(narrowing)}`, ...narrowings.slice(0, index).map(isMany)];
    return `(select found.id from (select distinct product_id from ${narrowing.name} order by product_id desc) g
      cross join lateral (select id, status, vendor from products where id = g.product_id limit 1) found
      ${checks} ${end(shut, 'g.product_id')})`;
  });
  const walked = `(select found.id from products found ${checks} ${end(narrowings.map(isMany), 'found.id')})`;
  const shape = [
    filter.status && 'status',
    filter.vendor && 'vendor',
    filter.after && 'after',
    ...narrowings.map(({ name }) => name),
  ];
  return {
    name: ['list_merchant', ...shape.filter(Boolean)].join('_'),
    text: `${sets.length === 0 ? '' : `with ${[...words, ...sets].join(', ')}`}
      select ${PRODUCT_DOCUMENT} as product
      from (${[...gathered, walked].join(' union all ')}) page
      cross join lateral (select * from products where products.id = page.id limit 1) p
      order by p.id desc`,
    values,
  };
}

function byWords(words: string): Narrowing {
  return {
    name: 'hits',
    // A sku first: it is meant when it is one.
    set: `select product_id from variants where sku = ${words}
      union all select id from products where search @@ ${QUERY}`,
    check: `cross join lateral (
      select 1 from products w
      where w.id = found.id
        and (w.search @@ ${QUERY} or w.id = any (array(select product_id from variants where sku = ${words})))
      limit 1) worded`,
  };
}

function byCollection(id: string): Narrowing {
  return {
    name: 'members',
    // The order keeps the planner on the key.
    set: `select product_id from collection_products where collection_id = ${id} order by product_id desc`,
    check: `cross join lateral (
      select 1 from collection_products c where c.collection_id = ${id} and c.product_id = found.id limit 1) member`,
  };
}

function byStock(state: StockState): Narrowing {
  return {
    name: state.replace('-', '_'),
    // A lateral with a limit: the planner cannot turn it into a join that reads a whole table.
    set: `select v.product_id
      from (${STANDING[state]} order by variant_id desc limit ${MAX_GATHERED + 1}) k
      cross join lateral (select product_id, archived_at from variants where id = k.variant_id limit 1) v
      where v.archived_at is null`,
    check: `cross join lateral (
      select 1 from variants v where v.product_id = found.id and v.archived_at is null and ${STANDS[state]} limit 1) standing`,
  };
}
