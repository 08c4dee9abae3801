'use client';

import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';

type Filter = { readonly orderId?: string; readonly recipient?: string };
type About = { readonly filter: Filter; readonly isKnown: boolean; readonly hint: string };

const ALL: About = { filter: {}, isKnown: true, hint: '' };
const NUMBER = /^#?(\d{1,15})$/;
const ORDER_ID = /^ord_[0-9a-f]{32}$/;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What mails somebody looks for who typed this: those of an order, by its number or id, or those to an address. */
export function useAbout(typed: string): About {
  const number = NUMBER.exec(typed)?.[1];
  const found = useQuery({
    queryKey: ['orders', 'by-number', number],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/orders', { params: { query: { query: number ?? '', limit: 1 } }, signal })),
    enabled: number !== undefined,
  });
  if (typed === '') return ALL;
  if (ORDER_ID.test(typed)) return { ...ALL, filter: { orderId: typed } };
  if (ADDRESS.test(typed)) return { ...ALL, filter: { recipient: typed } };
  if (number === undefined)
    return {
      ...ALL,
      hint: 'That is neither the number of an order nor an e-mail address yet: all mails are shown.',
    };
  const order = found.data?.items.find((one) => String(one.number) === number);
  if (order) return { ...ALL, filter: { orderId: order.id } };
  return found.isPending
    ? { ...ALL, isKnown: false }
    : { ...ALL, hint: `There is no order ${number}: all mails are shown.` };
}
