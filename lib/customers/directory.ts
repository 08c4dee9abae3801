import { query } from '@/db/client';
import { type CustomerId, fromUuid, toUuid } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import { type Page, toPage } from '@/lib/kernel/page';
import { type ListedOrder, type OrderRow, toOrder } from '@/lib/orders/model';

/**
 * Somebody who has an account or has ordered, as merchants see them. The id is the account's, else their first order's
 * with another prefix.
 */
export type KnownCustomer = {
  readonly id: CustomerId;
  readonly email: string;
  readonly name: string | null;
  readonly registered: boolean;
  /** Every order, whatever became of it. */
  readonly orderCount: number;
  /** What was paid less what was given back, by currency. */
  readonly spent: readonly Money[];
  readonly firstOrderAt: string | null;
  readonly lastOrderAt: string | null;
};

type CustomerRow = Omit<KnownCustomer, 'id'> & { id: string };

function toCustomer({ id, firstOrderAt, lastOrderAt, ...row }: CustomerRow): KnownCustomer {
  const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());
  return {
    id: fromUuid('cust', id),
    email: row.email,
    name: row.name,
    registered: row.registered,
    orderCount: row.orderCount,
    spent: row.spent,
    firstOrderAt: instant(firstOrderAt),
    lastOrderAt: instant(lastOrderAt),
  };
}

/**
 * A page of customers, whoever did something last first. One statement. `after` is what a page before gave as
 * nextCursor, and opaque.
 */
export async function listCustomers(filter: {
  /** The beginning of an e-mail address, in any case. */
  readonly query?: string | undefined;
  readonly after?: CustomerId | undefined;
  readonly limit: number;
}): Promise<Page<KnownCustomer, CustomerId>> {
  const prefix = filter.query && `${filter.query.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await query<{ at: string; customer: string }>(
    'list_customers',
    'select at::text, customer::text from list_customers($1::uuid, $2::text, $3::int)',
    [filter.after === undefined ? null : toUuid(filter.after), prefix ?? null, filter.limit + 1],
  );
  const page = toPage(rows, filter.limit, ({ at }) => fromUuid('cust', at));
  return {
    items: page.items.map(({ customer }) => toCustomer(JSON.parse(customer) as CustomerRow)),
    nextCursor: page.nextCursor,
  };
}

/** How many orders a customer is shown with; the list of orders has the others. */
const ORDERS_SHOWN = 24;

/** A customer with their latest orders, newest first; null when there is none, or they were erased. One statement. */
export async function findCustomer(
  id: CustomerId,
): Promise<(KnownCustomer & { readonly orders: readonly ListedOrder[] }) | null> {
  const [row] = await query<{ customer: string; orders: string }>(
    'find_customer',
    `select customer_document(found.email)::text as customer, (
       select coalesce(jsonb_agg(order_document(o.id, false)
         || jsonb_build_object('fulfilment', fulfilment_word(o.status, o.fulfilment)) order by o.id desc), '[]')
       from (
         select order_id from order_contacts where lower(email) = lower(found.email)
         order by order_id desc limit $2::int
       ) as latest join orders o on o.id = latest.order_id)::text as orders
     from (select customer_email($1::uuid) as email) as found
     where found.email is not null`,
    [toUuid(id), ORDERS_SHOWN],
  );
  if (row === undefined) return null;
  const orders = (JSON.parse(row.orders) as (OrderRow & Pick<ListedOrder, 'fulfilment'>)[]).map((order) => ({
    ...toOrder(order),
    fulfilment: order.fulfilment,
  }));
  return { ...toCustomer(JSON.parse(row.customer) as CustomerRow), orders };
}
