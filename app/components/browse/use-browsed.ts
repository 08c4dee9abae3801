'use client';

import { useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import type { ShownCard } from '@/app/components/product-tile';
import type { ProductFacets, ProductPage } from '@/lib/catalog/model';
import { PAGE_SIZE } from './page-size';
import { apiQuery, type Wishes } from './wishes';

/** A page of a list and what it can be narrowed by. */
export type Browsed = {
  readonly page: Omit<ProductPage, 'items'> & { readonly items: readonly ShownCard[] };
  readonly facets: ProductFacets;
};

export type BrowsedState =
  | { readonly kind: 'ready'; readonly browsed: Browsed }
  /** `last` is what was shown before, to stay in sight meanwhile. */
  | { readonly kind: 'loading'; readonly last: Browsed | null }
  | { readonly kind: 'failed'; readonly problem: ApiProblem; readonly retry: () => void };

/** Who goes back sees at once what was there; longer than this, prices and stock may have moved on. */
const KEPT_MS = 60_000;
const MAX_KEPT = 30;

type Kept<T> = { readonly value: T; readonly atMs: number };

const kept = new Map<string, Kept<unknown>>();

function recall<T>(key: string): T | null {
  const found = kept.get(key);
  return found !== undefined && Date.now() - found.atMs < KEPT_MS ? (found.value as T) : null;
}

function keep<T>(key: string, value: T): T {
  kept.delete(key);
  kept.set(key, { value, atMs: Date.now() });
  const oldest = kept.keys().next();
  if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
  return value;
}

function listPath(wishes: Wishes, { currency, language }: View): `/api/${string}` {
  const search = apiQuery(wishes, currency);
  if (language !== undefined) search.set('language', language);
  if (wishes.sort !== null) search.set('sort', wishes.sort);
  if (wishes.cursor !== '') search.set('cursor', wishes.cursor);
  search.set('limit', String(PAGE_SIZE));
  return `/api/products?${search}`;
}

function facetsPath(wishes: Wishes, { currency, language }: View): `/api/${string}` {
  const search = apiQuery(wishes, currency);
  if (language !== undefined) search.set('language', language);
  return `/api/search/facets?${search}`;
}

/** What prices are in, and the language of texts where it is not the shop's own. */
export type View = { readonly currency: string; readonly language: string | undefined };

/** How many pages without a product are passed over before the shopper is asked whether to look on. */
const MAX_EMPTY = 5;

async function fetchList(wishes: Wishes, view: View, signal: AbortSignal) {
  let result = await callApi<ProductPage>(listPath(wishes, view), { signal });
  for (let looked = 1; looked < MAX_EMPTY; looked += 1) {
    if (!result.ok || result.value.items.length > 0 || result.value.nextCursor === null) break;
    const further = { ...wishes, cursor: result.value.nextCursor };
    result = await callApi<ProductPage>(listPath(further, view), { signal });
  }
  return result;
}

async function fetchFacets(wishes: Wishes, view: View, signal: AbortSignal) {
  const path = facetsPath(wishes, view);
  const known = recall<ProductFacets>(path);
  return known === null
    ? callApi<ProductFacets>(path, { signal })
    : ({ ok: true, value: known, serverTimeMs: null } as const);
}

function recallBoth(wishes: Wishes, view: View): Browsed | null {
  const page = recall<Browsed['page']>(listPath(wishes, view));
  const facets = recall<ProductFacets>(facetsPath(wishes, view));
  return page === null || facets === null ? null : { page, facets };
}

type Fetched =
  | { readonly key: string; readonly browsed: Browsed }
  | { readonly key: string; readonly problem: ApiProblem };

/**
 * What the wishes give. `given` came with the page and answers `givenKey`; everything else is fetched from the shop's API, two
 * calls side by side, and kept for a while so that the way back shows it at once.
 */
export function useBrowsed(
  wishes: Wishes,
  key: string,
  view: View,
  given: Browsed,
  givenKey: string,
): BrowsedState {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [last, setLast] = useState<Browsed | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isGiven = key === givenKey;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the wishes; an attempt asks once more.
  useEffect(() => {
    if (isGiven) {
      setLast(given);
      return;
    }
    if (recallBoth(wishes, view) !== null) return;
    const aborter = new AbortController();
    const { signal } = aborter;
    Promise.all([fetchList(wishes, view, signal), fetchFacets(wishes, view, signal)]).then(
      ([page, facets]) => {
        if (signal.aborted) return;
        if (!page.ok) return setFetched({ key, problem: page.problem });
        if (!facets.ok) return setFetched({ key, problem: facets.problem });
        const browsed = {
          page: keep(listPath(wishes, view), page.value),
          facets: keep(facetsPath(wishes, view), facets.value),
        };
        setLast(browsed);
        setFetched({ key, browsed });
      },
      () => {}, // Aborted: somebody wishes for something else by now.
    );
    return () => aborter.abort();
  }, [key, isGiven, view.currency, view.language, attempt]);

  if (isGiven) return { kind: 'ready', browsed: given };
  if (fetched?.key === key) {
    if ('browsed' in fetched) return { kind: 'ready', browsed: fetched.browsed };
    const retry = () => {
      setFetched(null);
      setAttempt(attempt + 1);
    };
    return { kind: 'failed', problem: fetched.problem, retry };
  }
  const known = recallBoth(wishes, view);
  return known === null ? { kind: 'loading', last } : { kind: 'ready', browsed: known };
}
