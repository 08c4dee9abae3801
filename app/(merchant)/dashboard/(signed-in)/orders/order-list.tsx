'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useMay } from '@/app/(merchant)/_shell/member';
import { buttonClass } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, count, dateTime, LOCALE, money } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { BulkFulfil } from './bulk-fulfil';
import { OrderFilters } from './order-filters';
import { filtersText, type Order, readOrders } from './order-query';
import { FulfilmentBadge, OrderStatusBadge } from './order-status';
import { OrderViews } from './order-views';

const hrefOf = ({ id }: Order) => `/dashboard/orders/${id}`;
const COUNTRIES = new Intl.DisplayNames(LOCALE, { type: 'region' });

const COLUMNS: readonly Column<Order>[] = [
  {
    key: 'number',
    head: 'Order',
    cell: (order) => (
      <Link href={hrefOf(order)} tabIndex={-1} className="font-medium hover:underline">
        #{order.number}
      </Link>
    ),
    below: ({ createdAt, shippingAddress, email }) => (
      <>
        {email === '' ? null : <span className="block max-w-[9rem] truncate">{shippingAddress.name}</span>}
        {ago(createdAt)}
      </>
    ),
  },
  {
    key: 'placed',
    head: 'Placed',
    isWideOnly: true,
    cell: ({ createdAt }) => (
      <time dateTime={createdAt} title={dateTime(createdAt)} className="whitespace-nowrap">
        {ago(createdAt)}
      </time>
    ),
  },
  {
    key: 'buyer',
    head: 'Buyer',
    cell: ({ email, shippingAddress }) =>
      email === '' ? (
        <span className="text-muted">Erased</span>
      ) : (
        <span className="grid">
          <span className="truncate">{shippingAddress.name}</span>
          <span className="truncate text-xs text-muted">{email}</span>
        </span>
      ),
    isWideOnly: true,
  },
  { key: 'status', head: 'Status', cell: ({ status }) => <OrderStatusBadge status={status} /> },
  {
    key: 'sent',
    head: 'Sent',
    cell: ({ fulfilment }) => <FulfilmentBadge fulfilment={fulfilment} />,
    isWideOnly: true,
  },
  {
    key: 'country',
    head: 'To',
    cell: ({ shippingAddress: { country } }) => COUNTRIES.of(country) ?? country,
    isWideOnly: true,
  },
  {
    key: 'units',
    head: 'Units',
    cell: ({ lines }) => count(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    isFigure: true,
    isWideOnly: true,
  },
  { key: 'total', head: 'Total', cell: ({ total }) => money(total), isFigure: true },
];

/** All orders, newest first; what they are narrowed to stands in the address. */
export function OrderList() {
  const address = useAddress();
  const mayWrite = useMay('orders:write');
  const filters = filtersText(address.get);
  const cursor = address.get('cursor');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const orders = useQuery({
    queryKey: ['orders', 'list', filters, cursor],
    queryFn: ({ signal }) => readOrders(Object.fromEntries(new URLSearchParams(filters)), cursor, signal),
    placeholderData: keepPreviousData,
  });
  const items = orders.data?.items;
  // What left the screen is not ticked any more: nothing is done to what nobody sees.
  const tickedOrders = useMemo(
    () =>
      new Map((items ?? []).flatMap((order) => (ticked.has(order.id) ? [[order.id, order] as const] : []))),
    [items, ticked],
  );
  return (
    <Page
      title="Orders"
      actions={
        <a
          href={`/api/admin/orders/export${filters === '' ? '' : `?${filters}`}`}
          download="orders.csv"
          className={buttonClass('plain')}
        >
          <Download aria-hidden /> Export CSV
        </a>
      }
    >
      <OrderViews />
      <OrderFilters />
      <Loaded query={orders} lines={12}>
        {({ items: found, nextCursor }) =>
          found.length === 0 ? (
            <>
              <Empty title={nextCursor === null ? 'No orders here' : 'None so far'}>
                {nextCursor !== null
                  ? 'Nothing among the orders that were looked through fits this. Older ones are on the next page.'
                  : filters === ''
                    ? 'The first order shows up here by itself.'
                    : 'Nothing fits this. Clear the filters to see all orders.'}
              </Empty>
              <Pager nextCursor={nextCursor} />
            </>
          ) : (
            <>
              <DataTable
                label="Orders"
                columns={COLUMNS}
                rows={found}
                idOf={({ id }) => id}
                nameOf={({ number }) => `order ${number}`}
                hrefOf={hrefOf}
                selection={mayWrite ? { ids: new Set(tickedOrders.keys()), set: setTicked } : undefined}
                isStale={orders.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {mayWrite ? <BulkFulfil ticked={tickedOrders} onTicked={setTicked} /> : null}
    </Page>
  );
}
