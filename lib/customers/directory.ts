import { query } from '@/db/client';
import { type CustomerId, type CustomerNoteId, fromUuid, toUuid } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import { type Page, toPage } from '@/lib/kernel/page';
import { type ListedOrder, type OrderRow, type ShippingAddress, toOrder } from '@/lib/orders/model';

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
  /** What staff call them. */
  readonly tags: readonly string[];
};

/** What somebody of the shop wrote down about a customer. */
export type CustomerNote = {
  readonly id: CustomerNoteId;
  readonly at: string;
  readonly actor: string;
  readonly text: string;
};

/** A customer with all that the shop's people know of them. */
export type CustomerFile = KnownCustomer & {
  readonly orders: readonly ListedOrder[];
  readonly notes: readonly CustomerNote[];
  /** Where their parcels go: what they keep, then where their latest orders went, each once. */
  readonly addresses: readonly ShippingAddress[];
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
    tags: row.tags,
  };
}

/**
 * A page of customers, whoever did something last first; of a tag, whoever got it last. One statement. `after` is what a page before gave
 * as nextCursor, and opaque. A search by name looks through a bounded part of the books: a page may hold fewer than `limit` and yet
 * have a next one.
 */
export async function listCustomers(filter: {
  /** The beginning of an e-mail address or of a word of a name, in any case. */
  readonly query?: string | undefined;
  readonly tag?: string | undefined;
  readonly after?: CustomerId | undefined;
  readonly limit: number;
}): Promise<Page<KnownCustomer, CustomerId>> {
  const rows = await query<{ at: string; customer: string | null }>(
    'list_customers',
    'select at::text, customer::text from list_customers($1::uuid, $2::text, $3::text, $4::int)',
    [
      filter.after === undefined ? null : toUuid(filter.after),
      filter.query?.toLowerCase() ?? null,
      filter.tag ?? null,
      filter.limit + 1,
    ],
  );
  const found = rows.flatMap(({ at, customer }) => (customer === null ? [] : [{ at, customer }]));
  const page = toPage(found, filter.limit, ({ at }) => fromUuid('cust', at));
  const lookedTo = rows.find(({ customer }) => customer === null)?.at;
  return {
    items: page.items.map(({ customer }) => toCustomer(JSON.parse(customer) as CustomerRow)),
    nextCursor: page.nextCursor ?? (lookedTo === undefined ? null : fromUuid('cust', lookedTo)),
  };
}

/** What staff call customers, and how many are called so, the most first. One statement. */
export async function listCustomerTags(): Promise<
  readonly { readonly tag: string; readonly count: number }[]
> {
  const rows = await query<{ tag: string; count: string }>(
    'list_customer_tags',
    `select tag, count(*)::text as count from customer_tags group by tag order by count(*) desc, tag limit 200`,
    [],
  );
  return rows.map(({ tag, count }) => ({ tag, count: Number(count) }));
}

/** How many orders a customer is shown with; the list of orders has the others. */
const ORDERS_SHOWN = 24;

/** A customer with their latest orders, newest first; null when there is none, or they were erased. One statement. */
export async function findCustomer(id: CustomerId): Promise<CustomerFile | null> {
  const [row] = await query<{ customer: string; orders: string; notes: string; addresses: string }>(
    'find_customer',
    `select listed_customer(found.email)::text as customer,
       (select coalesce(jsonb_agg(order_document(o.id, false)
           || jsonb_build_object('fulfilment', fulfilment_word(o.status, o.fulfilment)) order by o.id desc), '[]')
        from (
          select order_id from order_contacts where lower(email) = lower(found.email)
          order by order_id desc limit $2::int
        ) as latest join orders o on o.id = latest.order_id)::text as orders,
       (select coalesce(jsonb_agg(jsonb_build_object(
           'id', n.id, 'at', n.created_at, 'actor', n.actor, 'text', n.text) order by n.id desc), '[]')
        from customer_notes n where n.email = lower(found.email))::text as notes,
       (select coalesce(jsonb_agg(address order by first_at), '[]')
        from (
          select address, min(place) as first_at
          from (
            (select a.address, row_number() over (order by a.is_default desc, a.id desc) as place
             from customer_addresses a join customers k on k.id = a.customer_id
             where lower(k.email) = lower(found.email))
            union all
            (select c.shipping_address, 100 + row_number() over (order by c.order_id desc)
             from order_contacts c where lower(c.email) = lower(found.email)
             order by c.order_id desc limit $2::int)
          ) as every group by address order by min(place) limit 10
        ) as once)::text as addresses
     from (select customer_email($1::uuid) as email) as found
     where found.email is not null`,
    [toUuid(id), ORDERS_SHOWN],
  );
  if (row === undefined) return null;
  const orders = (JSON.parse(row.orders) as (OrderRow & Pick<ListedOrder, 'fulfilment'>)[]).map((order) => ({
    ...toOrder(order),
    fulfilment: order.fulfilment,
  }));
  const notes = (JSON.parse(row.notes) as { id: string; at: string; actor: string; text: string }[]).map(
    (note) => ({ ...note, id: fromUuid('note', note.id), at: new Date(note.at).toISOString() }),
  );
  const addresses = JSON.parse(row.addresses) as ShippingAddress[];
  return { ...toCustomer(JSON.parse(row.customer) as CustomerRow), orders, notes, addresses };
}
