import { query } from '@/db/client';
import { type OrderId, toUuid } from '@/lib/kernel/ids';
import { type Order, type OrderRow, toOrder } from './model';

/**
 * A page of the orders placed with an e-mail address, newest first, in one statement. The caller knows that whoever asks has
 * proven the address.
 */
export async function listOrdersOf(
  email: string,
  page: {
    readonly limit: number;
    /** The last order of the page before. */
    readonly after?: OrderId | undefined;
  },
): Promise<{ readonly items: readonly Order[]; readonly nextCursor: OrderId | null }> {
  const rows = await query<{ order: string }>(
    'list_orders_of_address',
    `select order_document(page.order_id, false)::text as order
     from (
       select order_id from order_contacts
       where lower(email) = lower($1) and ($2::uuid is null or order_id < $2::uuid)
       order by order_id desc limit $3::int
     ) as page
     order by page.order_id desc`,
    [email, page.after === undefined ? null : toUuid(page.after), page.limit + 1],
  );
  const orders = rows.map((row) => toOrder(JSON.parse(row.order) as OrderRow));
  const items = orders.slice(0, page.limit);
  return { items, nextCursor: orders.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}
