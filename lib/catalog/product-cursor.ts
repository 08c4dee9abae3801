import { type ProductId, parseId } from '@/lib/kernel/ids';
import type { ListSort, ProductSort } from './model';

/** Where a page of products ended: after this one. `key` is its price, rank or place, by which the list is sorted. */
export type ProductCursor = { readonly sort: ListSort; readonly id: ProductId; readonly key: number };

/** How a list is sorted when nobody says so; relevance is nothing without words to be relevant to. */
export function productSort(wished: ProductSort | undefined, query: string | undefined): ProductSort {
  if (wished === undefined || wished === 'relevance') return query === undefined ? 'newest' : 'relevance';
  return wished;
}

/** A cursor as opaque text for clients. */
export function formatProductCursor({ sort, id, key }: ProductCursor): string {
  return btoa(JSON.stringify([sort, id, key]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The cursor in a client's text, or null if it is none, or one of a list that was sorted another way. */
export function parseProductCursor(text: string, sort: ListSort): ProductCursor | null {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(text)) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== sort) return null;
  const id = parseId('prod', parts[1]);
  const key: unknown = parts[2];
  // What was moved to the front may have a place below zero.
  const isKey =
    typeof key === 'number' &&
    (key >= 0 || sort === 'manual') &&
    (sort === 'relevance' || Number.isSafeInteger(key));
  return id === null || !isKey ? null : { sort, id, key };
}
