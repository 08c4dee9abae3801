'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { ago, dateTime, money } from '@/app/(merchant)/_ui/format';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { ORDER_STATUSES } from '@/lib/orders/model';
import { OrderStatusBadge } from './order-status';

type Order = Schema<'MerchantOrder'>;

const hrefOf = ({ id }: Order) => `/dashboard/orders/${id}`;

const COLUMNS: readonly Column<Order>[] = [
  {
    key: 'number',
    head: 'Order',
    cell: (order) => (
      <Link href={hrefOf(order)} tabIndex={-1} className="font-medium hover:underline">
        #{order.number}
      </Link>
    ),
  },
  {
    key: 'placed',
    head: 'Placed',
    cell: ({ createdAt }) => (
      <time dateTime={createdAt} title={dateTime(createdAt)}>
        {ago(createdAt)}
      </time>
    ),
  },
  { key: 'buyer', head: 'Buyer', cell: ({ email }) => email, isWideOnly: true },
  { key: 'status', head: 'Status', cell: ({ status }) => <OrderStatusBadge status={status} /> },
  { key: 'total', head: 'Total', cell: ({ total }) => money(total), isFigure: true },
];

const STATUSES = ORDER_STATUSES.map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** All orders, newest first; what they are narrowed to stands in the address. */
export function OrderList() {
  const address = useAddress();
  const query = {
    ...(address.get('status') ? { status: address.get('status') as Order['status'] } : {}),
    ...(address.get('query') ? { query: address.get('query') } : {}),
    ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}),
    limit: 50,
  };
  const orders = useQuery({
    queryKey: ['orders', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/orders', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title="Orders">
      <FilterBar names={['query', 'status']}>
        <SearchFilter label="Search orders" placeholder="Number, id or e-mail" />
        <SelectFilter name="status" label="Status" options={STATUSES} />
      </FilterBar>
      <Loaded query={orders} lines={12}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No orders here">Nothing fits this. Clear the filters to see all orders.</Empty>
          ) : (
            <>
              <DataTable
                label="Orders"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ number }) => `order ${number}`}
                hrefOf={hrefOf}
                isStale={orders.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
