import { query } from '@/db/client';
import { type CustomerId, type OrderId, toUuid } from '@/lib/kernel/ids';
import { type Order, type OrderRow, toOrder } from './model';

type Owner = { readonly id: CustomerId; readonly email: string };

/**
 * A page of a customer's orders, newest first, in one statement: those placed while they were signed in, and those that nobody signed
 * in placed with their e-mail address. The caller knows that they have proven the address.
 */
export async function listOrdersOf(
  customer: Owner,
  page: {
    readonly limit: number;
    /** The last order of the page before. */
    readonly after?: OrderId | undefined;
  },
): Promise<{ readonly items: readonly Order[]; readonly nextCursor: OrderId | null }> {
  const rows = await query<{ order: string }>(
    'list_orders_of_customer',
    `select order_document(page.id, false)::text as order
     from (
       (select order_id as id from order_contacts
        where lower(email) = lower($1) and ($2::uuid is null or order_id < $2::uuid)
          and not exists (select from orders o where o.id = order_id and o.customer_id <> $4::uuid)
        order by order_id desc limit $3::int)
       union
       (select id from orders
        where customer_id = $4::uuid and ($2::uuid is null or id < $2::uuid)
        order by id desc limit $3::int)
       order by id desc limit $3::int
     ) as page
     order by page.id desc`,
    [
      customer.email,
      page.after === undefined ? null : toUuid(page.after),
      page.limit + 1,
      toUuid(customer.id),
    ],
  );
  const orders = rows.map((row) => toOrder(JSON.parse(row.order) as OrderRow));
  const items = orders.slice(0, page.limit);
  return { items, nextCursor: orders.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One of the orders that {@link listOrdersOf} lists; null if it is none of theirs. One statement. */
export async function findOrderOf(customer: Owner, id: OrderId): Promise<Order | null> {
  const [row] = await query<{ order: string }>(
    'find_order_of_customer',
    `select order_document(o.id, false)::text as order
     from orders o join order_contacts c on c.order_id = o.id
     where o.id = $1::uuid and (o.customer_id = $2::uuid or (o.customer_id is null and lower(c.email) = lower($3)))`,
    [toUuid(id), toUuid(customer.id), customer.email],
  );
  return row === undefined ? null : toOrder(JSON.parse(row.order) as OrderRow);
}
