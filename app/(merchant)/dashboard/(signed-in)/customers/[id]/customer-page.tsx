'use client';

import { useParams } from 'next/navigation';
import type { Schema } from '@/app/(merchant)/_api/client';
import { Address } from '@/app/(merchant)/_ui/address';
import { buttonClass } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, count, dateTime, day, money } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { FulfilmentBadge, OrderStatusBadge } from '../../orders/order-status';
import { type CustomerFile, useCustomer } from './customer';
import { CustomerNotes } from './customer-notes';
import { CustomerTags } from './customer-tags';
import { EraseCustomer } from './erase-customer';

type Order = Schema<'MerchantOrder'>;

const PARENT = { href: '/dashboard/customers', label: 'Customers' };
const orderHref = ({ id }: Order) => `/dashboard/orders/${id}`;

const ORDERS: readonly Column<Order>[] = [
  {
    key: 'number',
    head: 'Order',
    cell: (order) => (
      <Link href={orderHref(order)} tabIndex={-1} className="font-medium hover:underline">
        #{order.number}
      </Link>
    ),
    below: ({ createdAt }) => ago(createdAt),
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
  { key: 'status', head: 'Status', cell: ({ status }) => <OrderStatusBadge status={status} /> },
  {
    key: 'sent',
    head: 'Sent',
    cell: ({ fulfilment }) => <FulfilmentBadge fulfilment={fulfilment} />,
    isWideOnly: true,
  },
  { key: 'total', head: 'Total', cell: ({ total }) => money(total), isFigure: true },
];

/** One customer: what they bought and are worth, and what the shop's people know of them. */
export function CustomerPage() {
  const { id } = useParams<{ id: string }>();
  const customer = useCustomer(id);
  if (customer.data) return <Customer customer={customer.data} />;
  return (
    <Page title="Customer" parent={PARENT}>
      <Loaded query={customer} lines={12}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Customer({ customer }: { customer: CustomerFile }) {
  return (
    <Page
      title={customer.name ?? customer.email}
      parent={PARENT}
      lead={
        <>
          <a href={`mailto:${customer.email}`} className="break-all hover:underline">
            {customer.email}
          </a>{' '}
          · {customer.registered ? 'has an account' : 'orders as a guest'}
        </>
      }
      actions={<EraseCustomer customer={customer} />}
    >
      <dl className="grid grid-cols-2 gap-4 rounded-md border border-line bg-paper p-4 md:grid-cols-4">
        <Fact name="Value">{customer.spent.length === 0 ? '–' : customer.spent.map(money).join(', ')}</Fact>
        <Fact name="Orders">{count(customer.orderCount)}</Fact>
        <Fact name="First order">{customer.firstOrderAt ? day(customer.firstOrderAt) : '–'}</Fact>
        <Fact name="Last order">{customer.lastOrderAt ? ago(customer.lastOrderAt) : '–'}</Fact>
      </dl>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <Section
            title="Orders"
            actions={
              customer.orderCount > customer.orders.length ? (
                <Link
                  href={`/dashboard/orders?query=${encodeURIComponent(customer.email)}`}
                  className={buttonClass('quiet')}
                >
                  All {count(customer.orderCount)}
                </Link>
              ) : null
            }
          >
            {customer.orders.length === 0 ? (
              <p className="text-sm text-muted">None so far.</p>
            ) : (
              <DataTable
                label="Orders"
                columns={ORDERS}
                rows={customer.orders}
                idOf={({ id }) => id}
                nameOf={({ number }) => `order ${number}`}
                hrefOf={orderHref}
              />
            )}
          </Section>
          <CustomerNotes customer={customer} />
        </div>
        <div className="grid min-w-0 gap-4">
          <CustomerTags customer={customer} />
          <Section title="Addresses">
            {customer.addresses.length === 0 ? (
              <p className="text-sm text-muted">None.</p>
            ) : (
              <ul className="grid gap-3 text-sm">
                {customer.addresses.map((to) => (
                  <li key={JSON.stringify(to)}>
                    <Address of={to} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
      </div>
    </Page>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="figures text-base font-semibold">{children}</dd>
    </div>
  );
}
