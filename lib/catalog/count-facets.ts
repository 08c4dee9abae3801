import { query } from '@/db/client';
import { LISTS } from '@/lib/platform/tags/tag';
import { taggedRead } from '@/lib/platform/tags/tagged-read';
import { getShop } from '@/lib/shop/queries';
import { correctWords } from './correct-words';
import { facetStatement, MAX_COUNTED } from './internal/facet-statement';
import type { ListFilter } from './internal/narrow-list';
import type { ProductFacets } from './model';

/** As fresh as the list beside it. */
const asList = () => [LISTS];

const MAX_OPTIONS_SHOWN = 8;

export type FacetFilter = {
  readonly query?: string | undefined;
  readonly collection?: string | undefined;
  /** One that the shop sells in; its own when absent. */
  readonly currency?: string | undefined;
  /** Words are looked for in it besides the shop's own, and options are said in it as far as they are translated. */
  readonly language?: string | undefined;
} & ListFilter;

type Row = {
  found: number;
  total: number;
  available: number;
  min_price: string | null;
  max_price: string | null;
  options: string;
};

/**
 * What the list of the same wishes can be narrowed by, as fresh as the list. One statement, over so many products at most;
 * two more for words with a typing error, which are corrected as the list does.
 */
export async function countFacets(filter: FacetFilter): Promise<ProductFacets> {
  const facets = await countAsAsked(filter);
  if (facets.total > 0 || filter.query === undefined) return facets;
  const correctedQuery = await correctWords(filter.query, filter.language);
  if (correctedQuery === null) return facets;
  const corrected = await countAsAsked({ ...filter, query: correctedQuery });
  return corrected.total === 0 ? facets : { ...corrected, correctedQuery };
}

async function countAsAsked({
  query: words,
  language,
  collection,
  ...filter
}: FacetFilter): Promise<ProductFacets> {
  const currency = filter.currency ?? (await getShop()).currency;
  const key = JSON.stringify([
    ...[words, collection, filter.options, filter.minPrice, filter.maxPrice, filter.available],
    ...[currency, language],
  ]);
  return taggedRead(`catalog:${key}:facets`, asList, async () => {
    const { name, text, values } = facetStatement({ currency, query: words, language, collection, filter });
    const [row] = await query<Row>(name, text, values);
    return row === undefined ? NOTHING : toFacets(row, currency);
  });
}

const NOTHING: ProductFacets = { total: 0, isComplete: true, available: 0, price: null, options: [] };

type Counted = [
  name: string,
  value: string,
  count: number,
  place: number | null,
  nameSaid: string | null,
  valueSaid: string | null,
];

function toFacets(row: Row, currency: string): ProductFacets {
  const { total, available, min_price: min, max_price: max } = row;
  return {
    total,
    isComplete: row.found <= MAX_COUNTED,
    available,
    price:
      min === null || max === null
        ? null
        : { min: { amount: Number(min), currency }, max: { amount: Number(max), currency } },
    options: toOptions(JSON.parse(row.options) as Counted[]),
  };
}

/** The options of most products first; their values as merchants order them, then by name. */
function toOptions(counted: readonly Counted[]): ProductFacets['options'] {
  const byName = new Map<string, Counted[]>();
  for (const row of counted) byName.set(row[0], [...(byName.get(row[0]) ?? []), row]);
  const weight = (rows: readonly Counted[]) => rows.reduce((sum, [, , count]) => sum + count, 0);
  return [...byName]
    .sort(([a, rows], [b, others]) => weight(others) - weight(rows) || (a < b ? -1 : 1))
    .slice(0, MAX_OPTIONS_SHOWN)
    .map(([name, rows]) => {
      const label = rows.find(([, , , , said]) => said)?.[4];
      return {
        name,
        ...(label ? { label } : {}),
        values: rows
          .toSorted(byPlace)
          .map(([, value, count, , , said]) => ({ value, ...(said ? { label: said } : {}), count })),
      };
    });
}

const byPlace = ([, a, , place]: Counted, [, b, , other]: Counted) =>
  (place ?? 0) - (other ?? 0) || (a < b ? -1 : 1);
