import type { paths } from '@/app/(merchant)/_api/api';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';

export type Order = Schema<'MerchantOrder'>;

/** The filters of the list, by their names in the address and in the API. */
export const FILTER_NAMES = [
  'query',
  'status',
  'fulfilment',
  'from',
  'to',
  'country',
  'currency',
  'minTotal',
  'maxTotal',
] as const;

export type OrderFilters = Readonly<Partial<Record<(typeof FILTER_NAMES)[number], string>>>;

const PAGE = 50;
/** How many calls one page may take: each looks through 10,000 orders at most. */
const MOST_CALLS = 12;

/** The filters of an address in one order, as views keep them and compare them. */
export function filtersText(get: (name: string) => string): string {
  const found = new URLSearchParams();
  for (const name of FILTER_NAMES) if (get(name) !== '') found.set(name, get(name));
  return found.toString();
}

type Query = NonNullable<paths['/api/admin/orders']['get']['parameters']['query']>;

/** A page of the list. What is rare may lie further back than one call looks: it looks on until the page is full. */
export async function readOrders(
  filters: OrderFilters,
  cursor: string,
  signal: AbortSignal,
): Promise<{ items: readonly Order[]; nextCursor: string | null }> {
  const items: Order[] = [];
  let next: string | null = cursor;
  for (let call = 0; call < MOST_CALLS && next !== null && items.length < PAGE; call += 1) {
    const query = {
      ...filters,
      limit: PAGE - items.length,
      ...(next === '' ? {} : { cursor: next }),
    } as unknown as Query;
    const page = await ask(api.GET('/api/admin/orders', { params: { query }, signal }));
    items.push(...page.items);
    next = page.nextCursor;
  }
  return { items, nextCursor: next };
}
