'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { pathIn, viewOf } from '@/app/components/market/markets';
import { useText } from '@/app/components/text/text-provider';
import { type CollectionSort, PRODUCT_SORTS } from '@/lib/catalog/model';
import { BrowseResults } from './browse-results';
import { ChosenFilters } from './chosen-filters';
import { FilterDrawer } from './filter-drawer';
import { FilterPanel } from './filter-panel';
import { SortSelect } from './sort-select';
import { type Browsed, useBrowsed } from './use-browsed';
import { changeWishes, countFilters, formatWishes, parseWishes, type Wishes } from './wishes';

/**
 * A list of products with its filters, its order and its pages. The page brings what its own address gives; filters live in the
 * address behind the question mark, and what they give is fetched from the shop's API, so that the page is the same bytes
 * whatever is asked for. Without scripts the same form leads to the search page, which answers every question itself.
 */
export function Browse({
  path,
  collection,
  ownSort = 'newest',
  currency,
  given,
  givenSearch = '',
  nextPage,
}: {
  /** Where filters apply, in the market: `/collections/prints`. */
  path: string;
  /** The slug of the collection that the page is of; empty for all products. Null: the address says. */
  collection: string | null;
  /** How the collection is sorted when nobody says so. */
  ownSort?: CollectionSort | undefined;
  currency: string;
  given: Browsed;
  /** The wishes that it answers, as in an address. */
  givenSearch?: string;
  /** The page after what came with this one, where it has an address of its own. */
  nextPage?: string | undefined;
}) {
  const { market, t } = useText();
  const router = useRouter();
  const [search, setSearch] = useState(givenSearch);
  const top = useRef<HTMLDivElement>(null);
  const address = parseWishes(new URLSearchParams(search));
  const wishes: Wishes = collection === null ? address : { ...address, query: '', collection };
  const state = useBrowsed(
    wishes,
    search,
    { currency, language: viewOf(market).language },
    given,
    givenSearch,
  );
  const browsed =
    state.kind === 'ready' ? state.browsed : state.kind === 'loading' ? (state.last ?? given) : given;

  const searchOf = (next: Wishes) =>
    formatWishes(collection === null ? next : { ...next, query: '', collection: '' });
  const hrefOf = (next: Wishes) => {
    const there = searchOf(next);
    return `${pathIn(market, path)}${there === '' ? '' : `?${there}`}`;
  };
  const go = (next: Wishes) => {
    const href = hrefOf(next);
    if (window.location.pathname !== pathIn(market, path)) return router.push(href);
    window.history.pushState(null, '', href);
    setSearch(searchOf(next));
  };
  const turnPage = (next: Wishes) => {
    go(next);
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView();
  };

  const { total, isComplete } = browsed.facets;
  const inWords = isComplete
    ? t('browse.products', { count: total })
    : t('browse.moreThan', { count: total });
  const panel = <FilterPanel facets={browsed.facets} wishes={wishes} currency={currency} onChange={go} />;
  const filters = countFilters(wishes);
  const hasFilters = filters > 0 || given.facets.total > 1;
  return (
    <div
      className={
        hasFilters ? 'grid items-start gap-x-12 gap-y-8 md:grid-cols-[14rem_minmax(0,1fr)]' : 'grid gap-8'
      }
    >
      <Suspense fallback={null}>
        <Address onChange={(there) => setSearch(formatWishes(parseWishes(there)))} />
      </Suspense>
      {hasFilters ? (
        <form
          action={pathIn(market, '/search')}
          className="filter-rail hidden md:block"
          aria-label={t('browse.filters')}
        >
          {wishes.query === '' ? null : <input type="hidden" name="query" value={wishes.query} />}
          {wishes.collection === '' ? null : (
            <input type="hidden" name="collection" value={wishes.collection} />
          )}
          {wishes.sort === null ? null : <input type="hidden" name="sort" value={wishes.sort} />}
          {panel}
          <noscript>
            <button type="submit" className="mt-4 min-h-12 w-full border border-edge">
              {t('browse.apply')}
            </button>
          </noscript>
        </form>
      ) : null}
      {/* It takes the focus when the page is turned. */}
      <div ref={top} tabIndex={-1} className="grid min-w-0 scroll-mt-4 gap-6 outline-none">
        {hasFilters ? (
          <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
            <p role="status" className="figures order-last w-full text-muted md:order-none md:w-auto">
              {state.kind === 'loading' ? t('browse.loading') : state.kind === 'ready' ? inWords : ''}
            </p>
            <FilterDrawer
              count={filters}
              total={
                state.kind !== 'ready'
                  ? null
                  : isComplete
                    ? t('browse.show', { count: total })
                    : t('browse.moreThan', { count: total })
              }
            >
              {panel}
            </FilterDrawer>
            <SortSelect
              sorts={wishes.query !== '' ? SORTS_OF_SEARCH : ownSort === 'manual' ? SORTS_BY_HAND : SORTS}
              sort={wishes.sort}
              onChange={(sort) => go(changeWishes(wishes, { sort }))}
            />
          </div>
        ) : null}
        <ChosenFilters
          facets={browsed.facets}
          wishes={wishes}
          currency={currency}
          hrefOf={hrefOf}
          onChange={go}
        />
        <BrowseResults
          state={state}
          wishes={wishes}
          hrefOf={hrefOf}
          onChange={go}
          onTurn={turnPage}
          nextPage={search === givenSearch ? nextPage : undefined}
        />
      </div>
    </div>
  );
}

const SORTS_OF_SEARCH = PRODUCT_SORTS.toReversed();
const SORTS = PRODUCT_SORTS.filter((sort) => sort !== 'relevance');
const SORTS_BY_HAND = ['manual', ...SORTS] as const;

/** Tells what the address says behind the question mark, which only the browser knows, before anything is painted. */
function Address({ onChange }: { onChange: (search: URLSearchParams) => void }) {
  const search = useSearchParams();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told when the address changes, by whatever listens then.
  useLayoutEffect(() => onChange(new URLSearchParams(search)), [search]);
  return null;
}
