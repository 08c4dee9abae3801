import { toUuid } from '@/lib/kernel/ids';
import type { ListSort } from '../model';
import type { ProductCursor } from '../product-cursor';
import { type ListFilter, type Narrowing, narrowBy, type Parameter } from './narrow-list';
import { searchWords } from './search-words';

export type ListWish = {
  /** `manual`: of a collection. */
  readonly sort: ListSort;
  readonly currency: string;
  /** How many rows to read. */
  readonly count: number;
  readonly query?: string | undefined;
  /** In which the words are looked for besides the shop's own. */
  readonly language?: string | undefined;
  /** A collection's slug. */
  readonly collection?: string | undefined;
  readonly filter?: ListFilter | undefined;
  readonly cursor?: ProductCursor | undefined;
};

export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/**
 * Up to this many products that fit are gathered, looked up and sorted; of more, the whole list is walked in its own
 * order until a page of them is found. Which it is is counted by the statement itself. Relevance is age then: so common a
 * word tells products apart by nothing else.
 */
const MAX_GATHERED = 5_000;

/** How much of a list a narrowed walk looks through for one page. What fits may be rare, and the rest is for the next page. */
const MAX_WALKED = 2_000;

const ORDER: Record<ListSort, string> = {
  newest: 'product_id desc',
  'price-asc': 'price_minor, product_id',
  'price-desc': 'price_minor desc, product_id desc',
  relevance: 'rank desc, product_id desc',
  manual: 'place, product_id',
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
  const words = wish.query === undefined ? null : wordsOf(wish.query, wish.language, parameter);
  const narrowing = narrowBy(wish.filter ?? {}, parameter);
  const parts: Parts = {
    sort: wish.sort,
    limit: `limit ${parameter(wish.count, 'int')}`,
    currency: parameter(wish.currency, 'char(3)'),
    narrowing,
    collection: wish.collection === undefined ? null : collectionId(parameter(wish.collection, 'text')),
    words,
    after: wish.cursor === undefined ? null : after(wish.cursor, parameter),
  };
  const sets = setsOf(parts);
  const text = `
    with ${[
      ...(words === null ? [] : [wordsAs(words.sql)]),
      ...sets.map(({ name, sql }) => `${name} as materialized (${sql} limit ${MAX_GATHERED + 1})`),
      ...(narrowing === null ? [] : [`walk as materialized (${walk(parts, sets)})`]),
      `page as (${source(parts, sets)})`,
    ].join()}
    (select page.product_id::text as id, page.price_minor::text as price, page.compare_at_minor::text as compare_at,
           page.rank::text as key_rank, page.place::text as key_place, p.slug, p.title, i.is_there as has_image, i.path, i.alt, a.available
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
    order by ${ORDER[wish.sort]})${narrowing === null ? '' : ` union all ${walkEnd(parts)}`}`;
  const shape = [words?.shape, parts.collection && 'collection', narrowing?.shape, parts.after && 'after'];
  // Postgres tells no more than 63 characters of a name apart.
  return { name: ['list', wish.sort, ...shape.filter(Boolean)].join('_'), text, values };
}

type Parts = {
  readonly sort: ListSort;
  readonly limit: string;
  readonly currency: string;
  readonly collection: string | null;
  readonly narrowing: Narrowing | null;
  readonly words: WordParts | null;
  readonly after: { readonly walked: string; readonly gathered: string } | null;
};

export const collectionId = (slug: string) =>
  `(select id from collections where slug = ${slug} and published)`;

/** The words of a search as parts of a statement. */
export type WordParts = {
  readonly shape: string;
  /** The tsquery. */
  readonly sql: string;
  /** The ids of all products that have them, `limit` of each way to say it at most. */
  readonly hits: (limit: number) => string;
  /** Joins nothing, for a product `found.product_id` that has them. */
  readonly has: string;
  /** Joins how well they fit it. */
  readonly rank: string;
};

/**
 * In a language both are looked through: what is said in it, with and without accents, and what is only said in the shop's own.
 */
export function wordsOf(query: string, language: string | undefined, parameter: Parameter): WordParts {
  const { all, head, prefix } = searchWords(query);
  const typed = prefix === null ? [all] : [all, prefix, head];
  const texts = typed.map((text) => parameter(text, 'text'));
  if (language === undefined) {
    return {
      shape: prefix === null ? 'words' : 'prefix',
      sql: queryIn(`'english'`, texts),
      hits: () => OWN_HITS,
      has: `cross join lateral (
        select from products where id = found.product_id and search @@ ${QUERY} limit 1) worded`,
      rank: `cross join lateral (
        select ts_rank(search, ${QUERY}) as rank from products where id = found.product_id limit 1) ranked`,
    };
  }
  const locale = parameter(language, 'text');
  const plain = texts.map((text) => `plain_apostrophes(${text})`);
  const folded = plain.map((text) => `fold_accents(${text})`);
  const inLanguage = `language_config(${locale})`;
  const said = `left join product_translations t on t.product_id = p.id and t.locale = ${locale}`;
  return {
    shape: prefix === null ? 'twords' : 'tprefix',
    sql: [queryIn(`'english'`, texts), queryIn(inLanguage, plain), queryIn(inLanguage, folded)].join(' || '),
    hits: (limit) => `select distinct product_id from (
      (${OWN_HITS} limit ${limit}) union all
      (select product_id from product_translations where search @@ ${QUERY} and locale = ${locale} limit ${limit})
    ) either`,
    has: `cross join lateral (
      select from products p ${said}
      where p.id = found.product_id and (p.search @@ ${QUERY} or t.search @@ ${QUERY}) limit 1) worded`,
    rank: `cross join lateral (
      select greatest(ts_rank(p.search, ${QUERY}), ts_rank(t.search, ${QUERY})) as rank
      from products p ${said} where p.id = found.product_id limit 1) ranked`,
  };
}

/** All of it; or what is before the last word and a word that begins like it. */
function queryIn(config: string, [all, prefix, head]: readonly string[]): string {
  const whole = `websearch_to_tsquery(${config}, ${all})`;
  if (prefix === undefined) return whole;
  return `(${whole} || (websearch_to_tsquery(${config}, ${head}) && to_tsquery(${config}, ${prefix})))`;
}

/** What comes after the cursor, in the order of a walk and in that of what was gathered. */
function after({ sort, id, key }: ProductCursor, parameter: Parameter): NonNullable<Parts['after']> {
  const last = parameter(toUuid(id), 'uuid');
  const older = `product_id < ${last}`;
  if (sort === 'newest') return { walked: older, gathered: older };
  if (sort === 'relevance')
    return { walked: older, gathered: `(rank, product_id) < (${parameter(key, 'float4')}, ${last})` };
  if (sort === 'manual') {
    const beyond = `(place, product_id) > (${parameter(key, 'bigint')}, ${last})`;
    return { walked: beyond, gathered: beyond };
  }
  const side = sort === 'price-asc' ? '>' : '<';
  const further = `(price_minor, product_id) ${side} (${parameter(key, 'bigint')}, ${last})`;
  return { walked: further, gathered: further };
}

export const QUERY = '(select query from words)';

const OWN_HITS = `select id as product_id from products where search @@ ${QUERY}`;

export const wordsAs = (words: string) => `words as materialized (select ${words} as query)`;

/** Products that fit one of the wishes. The statement counts a set before it is gathered. */
type Candidates = { readonly name: 'hits' | 'members' | 'valued' | 'priced'; readonly sql: string };

const isByPrice = (sort: ListSort) => sort.startsWith('price');

/** The sets from which a page may be gathered, in the order in which they are tried. */
function setsOf({ sort, currency, collection, narrowing, words }: Parts): Candidates[] {
  const sets: Candidates[] = [];
  if (words !== null) sets.push({ name: 'hits', sql: words.hits(MAX_GATHERED + 1) });
  // A collection has an order of its own only by age and by hand.
  if (collection !== null && (isByPrice(sort) || narrowing !== null)) {
    // The order keeps the planner on the key: of a collection that is half the catalog it would scan for any 5,001.
    const sql = `select product_id, place from collection_products where collection_id = ${collection} order by product_id desc`;
    sets.push({ name: 'members', sql });
  }
  const listed = `select product_id from listings where currency = ${currency}`;
  if (narrowing?.options) sets.push({ name: 'valued', sql: `${listed} and ${narrowing.options}` });
  // The order keeps the planner on the index, as above. A list by price walks the range itself.
  if (narrowing?.price && !isByPrice(sort))
    sets.push({ name: 'priced', sql: `${listed} and ${narrowing.price} order by price_minor, product_id` });
  return sets;
}

const few = ({ name }: Candidates) => `(select count(*) from ${name}) <= ${MAX_GATHERED}`;
const many = ({ name }: Candidates) => `(select count(*) from ${name}) > ${MAX_GATHERED}`;

export const LISTING = (currency: string) => `cross join lateral (
  select price_minor, compare_at_minor, option_values from listings
  where listings.product_id = found.product_id and currency = ${currency} limit 1) listed`;

export const IS_MEMBER = (collection: string) => `cross join lateral (
  select place from collection_products c
  where c.collection_id = ${collection} and c.product_id = found.product_id limit 1) member`;

/** The page's products: of several ways to them exactly one runs, the others are shut by a condition that is looked at once. */
function source(parts: Parts, sets: readonly Candidates[]): string {
  const { currency, collection, narrowing, words } = parts;
  const narrowed = narrowing?.conditions ?? [];
  const checks = (known: Candidates['name'] | null) => [
    collection === null || known === 'members' ? '' : IS_MEMBER(collection),
    words !== null && known !== 'hits' ? words.has : '',
    narrowing?.variants ?? '',
  ];
  const ways = sets.map((set, index) => {
    const rank = parts.sort === 'relevance' && set.name === 'hits' ? (words?.rank ?? '') : '';
    const from = [set.name, 'found', LISTING(currency), ...checks(set.name), rank].join(' ');
    return way(parts, from, [few(set), ...sets.slice(0, index).map(many), ...narrowed], set.name);
  });
  if (narrowing !== null) {
    const known = isWalkOfMembers(parts) ? 'members' : null;
    const listing = known === null ? '' : LISTING(currency);
    ways.push(way(parts, ['walk found', listing, ...checks(known)].join(' '), narrowed, null));
  } else if (isWalkOfMembers(parts)) {
    const from = ['collection_products found', LISTING(currency), ...checks('members')].join(' ');
    ways.push(way(parts, from, [`collection_id = ${collection}`, ...sets.map(many)], null));
  } else {
    const from = ['listings found', ...checks(null)].join(' ');
    ways.push(way(parts, from, [`currency = ${currency}`, ...sets.map(many)], null));
  }
  return ways.map((select) => `(${select})`).join(' union all ');
}

const isWalkOfMembers = ({ sort, collection }: Parts) => collection !== null && !isByPrice(sort);

function way(
  parts: Parts,
  from: string,
  conditions: readonly string[],
  set: Candidates['name'] | null,
): string {
  const { sort, limit, after: start } = parts;
  const isRanked = sort === 'relevance' && set === 'hits';
  const order = sort === 'relevance' && !isRanked ? ORDER.newest : ORDER[sort];
  const where = start === null ? conditions : [...conditions, isRanked ? start.gathered : start.walked];
  return `
    select found.product_id, price_minor, compare_at_minor, ${isRanked ? 'rank' : '0::float4 as rank'},
           ${sort === 'manual' ? 'place' : '0::bigint as place'}
    from ${from}${where.length === 0 ? '' : ` where ${where.join(' and ')}`} order by ${order} ${limit}`;
}

const walkOrder = ({ sort }: Parts) => (sort === 'relevance' ? ORDER.newest : ORDER[sort]);

/** The next stretch of the list in its own order, whether it fits or not: so long that it is bounded, whatever is wished for. */
function walk(parts: Parts, sets: readonly Candidates[]): string {
  const { sort, currency, collection, narrowing, after: start } = parts;
  const isOfMembers = isWalkOfMembers(parts);
  const conditions = [
    isOfMembers ? `collection_id = ${collection}` : `currency = ${currency}`,
    ...(isByPrice(sort) && narrowing?.price ? [narrowing.price] : []),
    ...(start === null ? [] : [start.walked]),
    ...sets.map(many),
  ];
  const columns = isOfMembers ? ', place' : ', price_minor, compare_at_minor, option_values';
  return `select product_id${columns} from ${isOfMembers ? 'collection_products' : 'listings'}
    where ${conditions.join(' and ')} order by ${walkOrder(parts)} limit ${MAX_WALKED}`;
}

/** Where the stretch ended, if there may be more: a row without a slug, from which the next page goes on. */
const walkEnd = (parts: Parts) => `
  (select product_id::text, ${isWalkOfMembers(parts) ? "'0', null, '0', place::text" : "price_minor::text, null, '0', '0'"}, null, null, null, null, null, null
   from walk order by ${walkOrder(parts)} offset ${MAX_WALKED - 1} limit 1)`;
