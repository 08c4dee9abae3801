import { parseId, toUuid } from '@/lib/kernel/ids';
import type { OrderFilter } from '../list-orders';
import type { OrderStatus } from '../model';

export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/**
 * How many orders one call looks through where no index knows what is asked for: a purchase pays for every index, so
 * orders have few. What lies further back is left to the next page.
 */
export const MOST_WALKED = 10_000;

/** What orders can be in that have been sent so far. Of those that were sent any, what was refunded later included. */
const STATUSES_OF = {
  unsent: ['paid', 'partially_refunded'],
  'partly-sent': ['paid', 'partially_refunded'],
  sent: ['fulfilled', 'partially_refunded', 'refunded'],
} as const satisfies Record<string, readonly OrderStatus[]>;

const SENT_IS = {
  unsent: 'o.fulfilment is null',
  'partly-sent': `o.fulfilment = 'partly-sent'`,
  sent: `(o.fulfilment = 'sent' or o.status = 'fulfilled')`,
} as const;

/**
 * A page of orders, newest first: the ids in order, and beside them how far was looked (`walked_to`) where fewer than the page holds
 * were found before the end. A search, a status and days are ranges of an index; the rest is looked for on the way.
 */
export function listOrdersStatement(filter: OrderFilter, count: number): Statement {
  const values: unknown[] = [count];
  let name = 'list_orders_';
  const bind = (mark: string, value: unknown) => {
    values.push(value);
    name += mark;
    return `$${values.length}`;
  };
  const ranges: string[] = [];
  const looks: string[] = [];

  if (filter.after) ranges.push(`o.id < ${bind('a', toUuid(filter.after))}::uuid`);
  // The clock that makes ids is not the database's: an hour is room for both.
  if (filter.from) {
    const at = bind('f', filter.from);
    ranges.push(`o.id >= uuid_at(day_starts(${at}::date) - interval '1 hour')`);
    looks.push(`o.created_at >= day_starts(${at}::date)`);
  }
  if (filter.to) {
    const at = bind('t', filter.to);
    ranges.push(`o.id < uuid_at(day_starts(${at}::date + 1) + interval '1 hour')`);
    looks.push(`o.created_at < day_starts(${at}::date + 1)`);
  }
  let source = 'orders o';
  if (filter.query) {
    const id = parseId('ord', filter.query);
    if (id) ranges.push(`o.id = ${bind('i', toUuid(id))}::uuid`);
    else if (/^#?\d{1,15}$/.test(filter.query))
      ranges.push(`o.number = ${bind('n', filter.query.replace('#', ''))}::bigint`);
    else {
      const at = bind('e', filter.query.toLowerCase());
      // As a range and not as LIKE: a plan that is kept for any prefix can use the index, too.
      source = `(select order_id from order_contacts c
         where lower(c.email) ~>=~ ${at} and lower(c.email) ~<~ (${at} || chr(1114111))) found
         -- One by one: of a few buyers the planner would else read all orders to join them.
         cross join lateral (select * from orders x where x.id = found.order_id offset 0) o`;
    }
  }
  if (filter.currency) looks.push(`o.currency = ${bind('c', filter.currency)}`);
  if (filter.minTotal !== undefined) looks.push(`o.total_minor >= ${bind('l', filter.minTotal)}::bigint`);
  if (filter.maxTotal !== undefined) looks.push(`o.total_minor <= ${bind('m', filter.maxTotal)}::bigint`);
  if (filter.country)
    looks.push(`(select c.shipping_address ->> 'country' from order_contacts c where c.order_id = o.id)
        = ${bind('w', filter.country)}`);
  if (filter.fulfilment) {
    looks.push(SENT_IS[filter.fulfilment]);
    name += `_${filter.fulfilment.replace('-', '_')}_`;
  }

  const wanted = statusesOf(filter);
  const walk = (columns: string) => {
    const each = (status: string | null) => `select ${columns} from ${source}
         where ${[...ranges, ...(status === null ? [] : [`o.status = ${status}`])].join(' and ') || 'true'}
         order by o.id desc limit ${MOST_WALKED}`;
    if (wanted === null) return each(null);
    // An order cannot be both: nothing is found, and every parameter has its place all the same.
    if (wanted.length === 0) return each('null::order_status');
    // One walk a status, merged as they are read: no index holds two statuses in one order.
    const walks = wanted.map((status) => `(${each(`'${status}'`)})`).join('\n union all\n ');
    return `select * from (${walks}) as o order by o.id desc limit ${MOST_WALKED}`;
  };
  // Three letters tell statuses apart, and keep the longest name within the 63 that Postgres takes.
  if (wanted !== null) name += `_${wanted.map((status) => status.slice(0, 3)).join('')}`;

  const columns = 'o.id, o.status, o.fulfilment, o.currency, o.total_minor, o.created_at';
  const text = `
    with page as materialized (
      select o.id from (${walk(columns)}) as o
      ${looks.length > 0 ? `where ${looks.join('\n        and ')}` : ''}
      order by o.id desc limit $1::int
    )
    select coalesce((
        select jsonb_agg(order_document(p.id, false) || jsonb_build_object('fulfilment', (
          -- One by one: a plan for any page would read the whole table to join it.
          select fulfilment_word(o.status, o.fulfilment) from orders o where o.id = p.id)) order by p.id desc)
        from page p), '[]')::text as orders,
      case when (select count(*) from page) < $1::int then
        (select o.id from (${walk('o.id')}) as o order by o.id desc offset ${MOST_WALKED - 1} limit 1) end::text as walked_to`;
  return { name, text, values };
}

/** Which statuses an order can be in; null: any. */
function statusesOf({ status, fulfilment }: OrderFilter): readonly OrderStatus[] | null {
  if (fulfilment === undefined) return status === undefined ? null : [status];
  const possible: readonly OrderStatus[] = STATUSES_OF[fulfilment];
  return status === undefined ? possible : possible.filter((one) => one === status);
}
