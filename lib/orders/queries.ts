import { query } from '@/db/client';
import { type OrderId, parseId, toUuid } from '@/lib/kernel/ids';
import { type Order, type OrderEvent, type OrderRow, type OrderStatus, toOrder } from './model';
import { isOrderToken } from './order-token';

/** The order as it stands now, or null. One statement. */
export async function findOrder(id: OrderId): Promise<Order | null> {
  const [row] = await query<{ order: string | null }>(
    'find_order',
    'select order_document($1::uuid, false)::text as order',
    [toUuid(id)],
  );
  return row?.order ? toOrder(JSON.parse(row.order) as OrderRow) : null;
}

/** The order for whoever holds its token; null also when the token is wrong, so that ids cannot be tried out. */
export async function findOrderByToken(id: OrderId, token: string): Promise<Order | null> {
  return (await isOrderToken(id, token)) ? findOrder(id) : null;
}

/** Whether this is still where an order's buyer is written to. Waits for an erasure that is under way. */
export async function isBuyersAddress(id: OrderId, email: string): Promise<boolean> {
  const [row] = await query<{ email: string }>(
    'find_buyers_address',
    'select email from order_contacts where order_id = $1::uuid for share',
    [toUuid(id)],
  );
  return row?.email === email;
}

/** Where an order's buyer shops, as `fr-fr`; null when nobody said. */
export async function findOrderMarket(id: OrderId): Promise<string | null> {
  const [row] = await query<{ market: string | null }>(
    'find_order_market',
    'select market from order_contacts where order_id = $1::uuid',
    [toUuid(id)],
  );
  return row?.market ?? null;
}

/** What happened to an order, oldest first, beginning with its placing. One statement. */
export async function listOrderEvents(id: OrderId): Promise<OrderEvent[]> {
  const rows = await query<{ kind: string; at: string; actor: string; data: string }>(
    'list_order_events',
    `select kind, at, actor, data from (
       select 0 as id, 'placed' as kind, to_json(created_at) #>> '{}' as at, 'buyer' as actor, '{}' as data
       from orders where id = $1::uuid
       union all
       select id, kind, to_json(created_at) #>> '{}', actor, data::text from order_events where order_id = $1::uuid
     ) as history
     order by id`,
    [toUuid(id)],
  );
  return rows.map(({ kind, at, actor, data }) => ({
    kind,
    at: new Date(at).toISOString(),
    actor,
    data: JSON.parse(data) as Record<string, unknown>,
  }));
}

export type OrderFilter = {
  readonly status?: OrderStatus | undefined;
  /** An order number, an order id, or the beginning of an e-mail address. */
  readonly query?: string | undefined;
  /** The last id of the page before. */
  readonly after?: OrderId | undefined;
  readonly limit: number;
};

/** A page of orders, newest first, in one statement. Gives one more than `limit` when there is a next page. */
export async function listOrders(filter: OrderFilter): Promise<Order[]> {
  const conditions: string[] = [];
  const values: unknown[] = [filter.limit + 1];
  const where = (condition: (parameter: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (filter.status) where((at) => `o.status = ${at}::order_status`, filter.status);
  if (filter.after) where((at) => `o.id < ${at}::uuid`, toUuid(filter.after));
  if (filter.query) {
    const id = parseId('ord', filter.query);
    const isNumber = /^#?\d{1,15}$/.test(filter.query);
    if (id) where((at) => `o.id = ${at}::uuid`, toUuid(id));
    else if (isNumber) where((at) => `o.number = ${at}::bigint`, filter.query.replace('#', ''));
    else {
      const prefix = `${filter.query.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
      where((at) => `o.id in (select order_id from order_contacts where lower(email) like ${at})`, prefix);
    }
  }
  // The name tells the shape, so each shape is prepared once.
  const shape = conditions.join(' ').replaceAll(/[^a-z]+/g, '_');
  const rows = await query<{ order: string }>(
    `list_orders_${shape}`.slice(0, 63),
    `select order_document(page.id, false)::text as order
     from (
       select o.id from orders o
       ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
       order by o.id desc limit $1::int
     ) as page
     order by page.id desc`,
    values,
  );
  return rows.map((row) => toOrder(JSON.parse(row.order) as OrderRow));
}
