import { type SQL, sql } from 'drizzle-orm';
import type { HistoryRows } from './order-rows';

/**
 * The year as a dozen statements over whole sets, for one transaction with the catalog. What each order cost is asked of
 * price_basket(), as a purchase does; nothing is computed here. Stock comes in when a product came out and goes by claims; what
 * came back is taken off again at a count, so that the lanes stay what the catalog says.
 */
export function historyStatements({ orders, customers, releases, codes }: HistoryRows): SQL[] {
  return [
    sql`create temp table history_orders (
          n int, id uuid, payment_id uuid, refund_id uuid, customer_id uuid, email text, address jsonb, currency text, lines jsonb,
          method text, code text, fate text, declined_first boolean, at timestamptz, paid_at timestamptz, done_at timestamptz,
          basket priced_basket, amount bigint, units int) on commit drop`,
    sql`insert into customers (id, email, name, email_verified_at, created_at)
        select id, email, name, at, at from jsonb_to_recordset(${customers}::jsonb) as c (id uuid, email text, name text, at timestamptz)`,
    sql`insert into discounts (id, code, kind, rate_ppm, per_customer_limit)
        select id, code, kind, rate_ppm, per_customer
        from jsonb_to_recordset(${codes}::jsonb) as d (id uuid, code text, kind discount_kind, rate_ppm int, per_customer int)`,
    sql`insert into history_orders
        select o.*, basket, (basket).total, (select sum(l.quantity) from unnest((basket).lines) as l)
        from jsonb_to_recordset(${orders}::jsonb) as o (
          n int, id uuid, payment_id uuid, refund_id uuid, customer_id uuid, email text, address jsonb, currency text, lines jsonb,
          method text, code text, fate text, declined_first boolean, at timestamptz, paid_at timestamptz, done_at timestamptz)
        cross join lateral price_basket(
          o.lines, o.currency, o.address ->> 'country', o.address ->> 'region', o.method, o.code) as basket
        where (basket).problems is null`,
    ...orderStatements(),
    ...paymentStatements(),
    ...refundStatements(),
    timeline(),
    ...parcelStatements(),
    ...stockStatements(releases),
    ...codeStatements(),
    ...cartStatements(),
    ...FOLD_SALES,
    sql`analyze orders, order_lines, order_contacts, order_events, payments, stock_movements`,
  ];
}

function orderStatements(): SQL[] {
  return [
    // In the order of time: the numbers are drawn one by one.
    sql`insert into orders (
          id, status, currency, customer_id, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor,
          discount_minor, total_minor, shipping_method, shipping_tax_minor, discount_code, payment_status, placed_expires_at,
          expires_at, hold_extended, created_at, paid_at, closed_at, cart_id)
        select
          h.id,
          case h.fate when 'open' then 'paid' when 'sent' then 'fulfilled' when 'expired' then 'expired'
            when 'refunded' then 'refunded' when 'partly-refunded' then 'partially_refunded' else 'cancelled' end::order_status,
          h.currency, h.customer_id, md5(h.id::text)::uuid, sha256(convert_to(h.id::text, 'UTF8')), (h.basket).shipping, (h.basket).tax,
          (h.basket).tax_included, (h.basket).discount, (h.basket).total, (h.basket).shipping_method, (h.basket).shipping_tax,
          (h.basket).discount_code,
          case when h.paid_at is not null then 'succeeded' when h.declined_first then 'declined' else 'none' end::order_payment_status,
          h.at + interval '10 minutes', h.at + interval '10 minutes', (h.paid_at is not null or h.declined_first)::int, h.at, h.paid_at,
          case h.fate when 'expired' then h.at + interval '10 minutes 2 seconds'
            when 'abandoned' then h.done_at when 'cancelled' then h.done_at end,
          ${cartOf(sql`0`)}
        from history_orders h
        order by h.at, h.n`,
    sql`insert into order_lines (
          order_id, position, variant_id, product_id, sku, title, options, quantity, unit_price_minor, discount_minor, tax_rate_ppm,
          tax_minor, tax_included_minor, claims)
        select h.id, l.position, l.variant_id, l.product_id, l.sku, l.title, l.options, l.quantity, l.unit_price, l.discount,
          l.tax_rate_ppm, l.tax, l.tax_included,
          case when i.counted then jsonb_build_array(jsonb_build_array(0, l.quantity)) end
        from history_orders h
        cross join lateral unnest((h.basket).lines) as l
        join stock_items i on i.variant_id = l.variant_id`,
    sql`insert into order_contacts (order_id, email, shipping_address) select id, email, address from history_orders`,
  ];
}

/** The id of a cart that was begun at the time of an order: 0 is the one that became it. */
const cartOf = (n: SQL) => sql`(left(h.id::text, 24) || right(md5(h.id::text || ${n}), 12))::uuid`;

/** The carts that became orders, and two others for each that were left standing. */
function cartStatements(): SQL[] {
  return [
    sql`insert into carts (id, currency, created_at, updated_at)
        select ${cartOf(sql`k`)}, h.currency, h.at - k * interval '7 minutes', h.at
        from history_orders h cross join generate_series(0, 1 + h.n % 3) as k`,
    sql`insert into cart_lines (cart_id, variant_id, quantity, added_at)
        select ${cartOf(sql`k`)}, l.variant_id, least(99, l.quantity), h.at
        from history_orders h
        cross join generate_series(0, 1 + h.n % 3) as k
        join order_lines l on l.order_id = h.id and (k = 0 or l.position = 0)
        on conflict do nothing`,
  ];
}

/** In one transaction with the orders: there is nothing else that could still be paid then. */
const FOLD_SALES = [
  sql`select add_sold('2000-01-01', now())`,
  sql`select add_carts('2000-01-01', now())`,
  sql`select add_ordered_carts('2000-01-01', now(), '-infinity', 'infinity')`,
  sql`insert into sales_progress (sold_until, carts_until) values (now(), now())`,
];

function paymentStatements(): SQL[] {
  return [
    sql`insert into payments (
          id, order_id, provider, method, amount_minor, currency, status, provider_reference, decline_reason, started_at, settled_at,
          ask_at)
        select case when is_paid then h.payment_id else md5('declined' || h.id)::uuid end, h.id, 'test',
          case when is_paid then 'test_ok' else 'test_declined' end, h.amount, h.currency,
          case when is_paid then 'succeeded' else 'declined' end::payment_status,
          case when is_paid then 'test_pay_' || replace(h.payment_id::text, '-', '') end,
          case when not is_paid then 'card-declined' end, asked_at, asked_at + interval '2 seconds', asked_at
        from history_orders h
        cross join lateral (
          select true as is_paid, h.paid_at - interval '2 seconds' as asked_at where h.paid_at is not null
          union all
          select false, h.at + interval '12 seconds' where h.declined_first
        ) as attempt`,
    sql`insert into test_provider_charges (payment_id, outcome, decided_at, amount_minor, currency, created_at)
        select p.id, p.status::text, p.settled_at, p.amount_minor, p.currency, p.started_at
        from payments p join history_orders h on h.id = p.order_id`,
  ];
}

function refundStatements(): SQL[] {
  return [
    // Of an order of several units one goes back; of a single unit a part of its price, for the corner that was bent.
    sql`create temp table history_refunds on commit drop as
        select h.refund_id, h.id as order_id, h.payment_id, h.currency, h.done_at, h.fate, l.position, l.claims is not null as counted,
          case when h.fate <> 'partly-refunded' then h.amount
            when h.units = 1 then greatest(100, round(h.amount * 0.2 / 100) * 100)
            else round((l.unit_price_minor * l.quantity - l.discount_minor + l.tax_minor)::numeric / l.quantity) end::bigint as amount,
          h.fate = 'partly-refunded' and h.units > 1 as is_one,
          (array['Changed their mind', 'Bent in the post', 'Ordered the wrong size', 'A scratch on the frame'])[1 + h.n % 4] as reason
        from history_orders h
        join order_lines l on l.order_id = h.id and l.position = 0
        where h.fate in ('cancelled', 'refunded', 'partly-refunded')`,
    sql`insert into refunds (
          id, order_id, payment_id, amount_minor, currency, status, reason, actor, provider_reference, started_at, settled_at)
        select refund_id, order_id, payment_id, amount, currency, 'succeeded', reason, ${someone},
          'test_ref_' || replace(refund_id::text, '-', ''), done_at, done_at + interval '3 seconds'
        from history_refunds`,
    sql`insert into refund_lines (refund_id, position, quantity, amount_minor, restock_quantity)
        select r.refund_id, l.position, case when r.is_one then 1 else l.quantity end,
          case when r.is_one then r.amount else l.unit_price_minor * l.quantity - l.discount_minor + l.tax_minor end,
          case when l.claims is null then 0 when r.is_one then 1 else l.quantity end
        from history_refunds r
        join order_lines l on l.order_id = r.order_id
        where r.fate = 'refunded' or r.is_one and l.position = r.position`,
    sql`update payments p set refunded_minor = r.amount from history_refunds r where p.id = r.payment_id`,
    sql`insert into test_provider_refunds (refund_id, payment_id, amount_minor, succeeded, created_at)
        select refund_id, payment_id, amount, true, done_at from history_refunds`,
  ];
}

/** Whoever runs the shop: its first member of staff, if there is one yet. */
const someone = sql`coalesce((select 'staff_' || replace(id::text, '-', '') from staff order by id limit 1), 'system')`;

function timeline(): SQL {
  return sql`
    insert into order_events (order_id, kind, data, actor, created_at)
    select order_id, kind, data, actor, at
    from (
      select h.id as order_id, e.kind, e.data, e.actor, e.at
      from history_orders h
      cross join lateral (
        values
          ('payment-started', '{"method": "test_declined"}'::jsonb, 'buyer', case when h.declined_first then h.at + interval '12 seconds' end),
          ('payment-declined', '{"method": "test_declined", "reason": "card-declined"}', 'provider',
            case when h.declined_first then h.at + interval '14 seconds' end),
          ('payment-started', '{"method": "test_ok"}', 'buyer', h.paid_at - interval '2 seconds'),
          ('payment-succeeded', '{"method": "test_ok"}', 'provider', h.paid_at),
          ('expired', '{}', 'system', case when h.fate = 'expired' then h.at + interval '10 minutes 2 seconds' end),
          ('cancelled', '{"reason": "Asked for by the buyer"}', ${someone},
            case when h.fate in ('abandoned', 'cancelled') then h.done_at end),
          ('fulfilled',
            jsonb_build_object('carrier', case when h.currency = 'USD' then 'UPS' else 'DHL' end,
              'trackingNumber', 'MQ' || upper(substr(md5(h.id::text), 1, 10))),
            ${someone},
            case when h.fate = 'sent' then h.done_at
              when h.fate in ('refunded', 'partly-refunded') then h.paid_at + (h.done_at - h.paid_at) * 0.3 end)
      ) as e (kind, data, actor, at)
      where e.at is not null
      union all
      select r.order_id, e.kind,
        jsonb_build_object('refundId', 'ref_' || replace(r.refund_id::text, '-', ''), 'amount', r.amount, 'currency', r.currency)
          || case when e.kind = 'refund-started' then jsonb_build_object('reason', r.reason) else '{}' end,
        e.actor, e.at
      from history_refunds r
      cross join lateral (
        values ('refund-started', ${someone}, r.done_at), ('refund-succeeded', 'provider', r.done_at + interval '3 seconds')
      ) as e (kind, actor, at)
    ) as told
    order by at, kind`;
}

/** What was sent went in one parcel. */
function parcelStatements(): SQL[] {
  return [
    sql`insert into fulfilments (id, order_id, carrier, tracking_number, actor, created_at)
        select new_uuid_v7(), h.id, e.data ->> 'carrier', e.data ->> 'trackingNumber', e.actor, e.created_at
        from history_orders h join order_events e on e.order_id = h.id and e.kind = 'fulfilled'`,
    sql`insert into fulfilment_lines (fulfilment_id, position, quantity)
        select f.id, l.position, l.quantity
        from history_orders h join fulfilments f on f.order_id = h.id join order_lines l on l.order_id = h.id`,
    sql`update orders set fulfilment = 'sent' where id in (
          select f.order_id from fulfilments f join history_orders h on h.id = f.order_id)`,
  ];
}

function stockStatements(releases: string): SQL[] {
  return [
    sql`create temp table history_moves on commit drop as
        select l.variant_id, h.id as order_id, moved.delta, moved.kind, moved.at
        from history_orders h
        join order_lines l on l.order_id = h.id and l.claims is not null
        left join history_refunds r on r.order_id = h.id
        cross join lateral (
          select -l.quantity as delta, 'claim' as kind, h.at as at
          union all
          select l.quantity, case when h.fate = 'cancelled' then 'restock' else 'release' end,
            case when h.fate = 'expired' then h.at + interval '10 minutes 2 seconds' else h.done_at end
          where h.fate in ('expired', 'abandoned', 'cancelled')
          union all
          select case when r.is_one then 1 else l.quantity end, 'restock', h.done_at + interval '3 seconds'
          where h.fate = 'refunded' or r.is_one and l.position = r.position
        ) as moved`,
    sql`insert into stock_movements (variant_id, lane, delta, kind, order_id, reason, actor, created_at)
        select variant_id, 0, delta, kind::stock_movement_kind, order_id, reason, actor, at
        from (
          select variant_id, delta, kind, order_id, null as reason, null as actor, at from history_moves
          union all
          select m.variant_id, -sum(m.delta) filter (where m.kind = 'claim'), 'receive', null, 'from the press', 'system', min(r.at)
          from history_moves m
          join jsonb_to_recordset(${releases}::jsonb) as r (variant_id uuid, at timestamptz) using (variant_id)
          group by m.variant_id
          union all
          select variant_id, -sum(delta), 'adjust', null, 'came back damaged', 'system', now() - interval '5 minutes'
          from history_moves where kind <> 'claim' group by variant_id
        ) as moves
        order by at`,
    // What has long been low is no news to the owner.
    sql`insert into low_stock_marks (variant_id, marked_at)
        select s.variant_id, now()
        from stock_lanes s
        where s.variant_id in (select variant_id from history_moves)
        group by s.variant_id
        having sum(s.available) <= (select low_stock_threshold from shop_settings)
        on conflict do nothing`,
    sql`update products p set created_at = r.at
        from (
          select v.product_id, min(r.at) as at
          from jsonb_to_recordset(${releases}::jsonb) as r (variant_id uuid, at timestamptz)
          join variants v on v.id = r.variant_id
          group by v.product_id
        ) as r
        where p.id = r.product_id`,
  ];
}

function codeStatements(): SQL[] {
  return [
    sql`insert into discount_uses (order_id, discount_id, buyer, used_at, given_back_at)
        select h.id, d.id, discount_buyer(d.id, h.email), h.at,
          case when h.fate in ('expired', 'abandoned', 'cancelled') then h.done_at end
        from history_orders h
        join discounts d on d.code = (h.basket).discount_code`,
    sql`insert into discount_buyers (discount_id, buyer, used)
        select discount_id, buyer, count(*) filter (where given_back_at is null)
        from discount_uses group by discount_id, buyer`,
  ];
}
