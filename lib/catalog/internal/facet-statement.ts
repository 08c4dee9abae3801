import { MAX_MINOR } from '@/lib/kernel/schemas';
import { groupOptions } from '../model';
import { collectionId, IS_MEMBER, LISTING, type Statement, wordsAs, wordsOf } from './list-statement';
import { type ListFilter, type Parameter, SELLABLE } from './narrow-list';

export type FacetWish = {
  readonly currency: string;
  readonly query?: string | undefined;
  /** In which the words are looked for besides the shop's own, and options are said. */
  readonly language?: string | undefined;
  /** A collection's slug. */
  readonly collection?: string | undefined;
  readonly filter: ListFilter;
};

/** Of so many products, the newest, values are counted: a count over a whole large catalog would read all of it. */
export const MAX_COUNTED = 2_000;

/** More values than anybody reads through. */
const MAX_VALUES = 300;

/**
 * What a list can be narrowed by, as one statement. A value is counted as the list would be with it in place of the other
 * values of its option, so what is chosen stays one of several. Counted are products of which one variant fits whole.
 */
export function facetStatement({ currency, query, language, collection, filter }: FacetWish): Statement {
  const values: unknown[] = [];
  const parameter: Parameter = (value, type) => `$${values.push(value)}::${type}`;
  const words = query === undefined ? null : wordsOf(query, language, parameter);
  const inCurrency = parameter(currency, 'char(3)');
  const inCollection = collection === undefined ? null : collectionId(parameter(collection, 'text'));
  const groups = parameter(JSON.stringify(groupOptions(filter.options ?? [])), 'jsonb');
  const isPriced = `price_minor between ${parameter(filter.minPrice ?? 0, 'bigint')} and ${parameter(filter.maxPrice ?? MAX_MINOR, 'bigint')}`;
  const wishedFor = `coalesce(is_sellable = ${parameter(filter.available ?? null, 'boolean')}, true)`;
  const isCommon = words === null ? [] : [`(select count(*) from hits) > ${MAX_COUNTED}`];
  const walked =
    inCollection === null
      ? ['listings', [`currency = ${inCurrency}`, ...isCommon]]
      : ['collection_products', [`collection_id = ${inCollection}`, ...isCommon]];
  const [table, conditions] = walked as [string, string[]];
  const said = language === undefined ? NOT_SAID : saidIn(parameter(language, 'text'));
  const text = `
    with ${words === null ? '' : `${wordsAs(words.sql)}, hits as materialized (${words.hits(MAX_COUNTED + 1)} limit ${MAX_COUNTED + 1}),`}
    found as materialized (
      ${words === null ? '' : `(select product_id from hits where (select count(*) from hits) <= ${MAX_COUNTED}) union all`}
      (select product_id from ${table} where ${conditions.join(' and ')}
       order by product_id desc limit ${MAX_COUNTED + 1})
    ),
    base as materialized (
      select found.product_id, price_minor from found ${LISTING(inCurrency)}
      ${inCollection === null ? '' : IS_MEMBER(inCollection)} ${words?.has ?? ''}
    ),
    asked as materialized (
      select split_part(value ->> 0, ':', 1) as name, array(select jsonb_array_elements_text(value)) as keys
      from jsonb_array_elements(${groups})
    ),
    goods as materialized (
      select base.product_id, price_minor, own.names, own."values", own.places, ${SELLABLE} as is_sellable,
             array(select a.name from asked a where not coalesce(a.keys && own.keys, false)) as wanting
      from base
      cross join lateral (
        select id, product_id, option_values from variants
        where product_id = base.product_id and archived_at is null limit 1000
      ) v
      cross join lateral (
        select array_agg(o.name) as names, array_agg(v.option_values[o.position + 1]) as "values",
               array_agg(o.name || ':' || v.option_values[o.position + 1]) as keys,
               array_agg(array_position(o."values", v.option_values[o.position + 1])) as places
        from product_options o where o.product_id = v.product_id
      ) own
    ),
    fitting as (
      select product_id, price_minor, bool_or(is_sellable) as is_sellable from goods where wanting = '{}' group by 1, 2
    ),
    valued as (
      select g.product_id, u.name, u.value, max(u.place) as place, bool_or(g.is_sellable) as is_sellable
      from goods g cross join lateral unnest(g.names, g."values", g.places) u (name, value, place)
      where ${isPriced} and u.value is not null and (wanting = '{}' or wanting = array[split_part(u.name, ':', 1)])
      group by 1, 2, 3
    )
    select (select count(*) from found)::int as found,
           count(*) filter (where ${isPriced} and ${wishedFor})::int as total,
           count(*) filter (where ${isPriced} and is_sellable)::int as available,
           min(price_minor) filter (where ${wishedFor})::text as min_price,
           max(price_minor) filter (where ${wishedFor})::text as max_price,
           (select coalesce(json_agg(json_build_array(name, value, n, place, name_said, value_said)), '[]')::text from (
             select name, value, count(*) as n, max(place) as place, ${said.name} as name_said, ${said.value} as value_said
             from valued ${said.join} where ${wishedFor}
             group by 1, 2 order by 3 desc limit ${MAX_VALUES}) counted) as options
    from fitting`;
  const shape = [words?.shape, inCollection && 'collection', language && 'said'];
  return { name: ['count_facets', ...shape.filter(Boolean)].join('_'), text, values };
}

/** How an option and its value are said in a language: as one of the products that were counted says it. */
const saidIn = (locale: string) => ({
  join: `left join lateral (
    select words from product_translations where product_id = valued.product_id and locale = ${locale} limit 1) said on true`,
  name: 'max(said.words ->> valued.name)',
  value: 'max(said.words ->> valued.value)',
});

const NOT_SAID = { join: '', name: 'null', value: 'null' } as const;
