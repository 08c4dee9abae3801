import { MAX_FILTER_VALUES, PRODUCT_SORTS, type ProductSort } from '@/lib/catalog/model';
import { parseDecimalToMinor } from '@/lib/kernel/money';
import { MAX_QUERY } from './max-query';

/** What a shopper asks of a list, as the address of its page says it. */
export type Wishes = {
  readonly query: string;
  /** On the page of a collection its address says which; on the search page this does. */
  readonly collection: string;
  /** Values of options, as `Size:A3`. */
  readonly options: readonly string[];
  /** Prices as people write them, in the currency of the page. */
  readonly min: string;
  readonly max: string;
  readonly available: boolean;
  readonly sort: ProductSort | null;
  readonly cursor: string;
};

export const NO_WISHES: Wishes = {
  query: '',
  collection: '',
  options: [],
  min: '',
  max: '',
  available: false,
  sort: null,
  cursor: '',
};

const MAX_TEXT = 1_000;

/** The wishes in an address; whatever else stands there is passed over, so that every address has an answer. */
export function parseWishes(search: URLSearchParams): Wishes {
  const text = (name: string, max: number) =>
    // U+0000 is the one character that the database has no place for.
    (search.get(name) ?? '').replaceAll('\u0000', '').trim().slice(0, max);
  const wishedSort = search.get('sort');
  return {
    query: text('query', MAX_QUERY),
    collection: text('collection', 255),
    options: [...new Set(search.getAll('options'))]
      .filter((key) => /^[^:]+:./su.test(key) && key.length <= 511 && !key.includes('\u0000'))
      .slice(0, MAX_FILTER_VALUES),
    min: text('min', 20),
    max: text('max', 20),
    available: search.get('available') === 'true',
    sort: PRODUCT_SORTS.find((sort) => sort === wishedSort) ?? null,
    cursor: text('cursor', MAX_TEXT),
  };
}

/** The address's part after the question mark, the same for the same wishes. */
export function formatWishes({ options, available, sort, ...texts }: Wishes): string {
  const search = new URLSearchParams();
  const put = (name: 'query' | 'collection' | 'min' | 'max' | 'cursor') => {
    if (texts[name] !== '') search.set(name, texts[name]);
  };
  put('query');
  put('collection');
  for (const key of options) search.append('options', key);
  put('min');
  put('max');
  if (available) search.set('available', 'true');
  if (sort !== null) search.set('sort', sort);
  put('cursor');
  return search.toString();
}

/** Other wishes than before begin at the first page. */
export function changeWishes(wishes: Wishes, change: Partial<Wishes>): Wishes {
  return { ...wishes, cursor: '', ...change };
}

export function toggleOption(wishes: Wishes, key: string): Wishes {
  const rest = wishes.options.filter((chosen) => chosen !== key);
  return changeWishes(wishes, {
    options: rest.length < wishes.options.length ? rest : [...rest, key],
  });
}

/** As if nothing narrowed the list; words, order and collection stay. */
export function clearFilters(wishes: Wishes): Wishes {
  return changeWishes(wishes, { options: [], min: '', max: '', available: false });
}

export function countFilters({ options, min, max, available }: Wishes): number {
  return options.length + Number(min !== '' || max !== '') + Number(available);
}

/** An amount that somebody typed, in minor units; undefined if it is none. */
export function minorOf(text: string, currency: string): number | undefined {
  if (text === '') return undefined;
  const parsed = parseDecimalToMinor(text, currency);
  return parsed.ok && parsed.value >= 0 && parsed.value <= 99_999_999_999 ? parsed.value : undefined;
}

/** What of the wishes narrows and counts a list. */
export function filterOf(wishes: Wishes, currency: string) {
  return {
    query: wishes.query || undefined,
    collection: wishes.collection || undefined,
    options: wishes.options.length === 0 ? undefined : wishes.options,
    minPrice: minorOf(wishes.min, currency),
    maxPrice: minorOf(wishes.max, currency),
    available: wishes.available || undefined,
  };
}

/** The same as parameters of the shop's API. */
export function apiQuery(wishes: Wishes, currency: string): URLSearchParams {
  const search = new URLSearchParams({ currency });
  for (const [name, value] of Object.entries(filterOf(wishes, currency))) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(name, String(one));
  }
  return search;
}
