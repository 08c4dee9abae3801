import { query } from '@/db/client';
import { type OrderId, toUuid } from '@/lib/kernel/ids';
import { type OrderWorkRow, toOrderWork } from './internal/to-order-work';
import { type Order, type OrderEvent, type OrderRow, type OrderWork, toOrder } from './model';
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

/** What the shop's people need to know of an order beyond what its buyer sees; null when there is none. One statement. */
export async function findOrderWork(id: OrderId): Promise<OrderWork | null> {
  const [row] = await query<{ work: string | null }>(
    'find_order_work',
    'select order_work_document($1::uuid)::text as work',
    [toUuid(id)],
  );
  return row?.work ? toOrderWork(JSON.parse(row.work) as OrderWorkRow) : null;
}
