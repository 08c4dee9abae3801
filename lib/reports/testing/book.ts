import { randomBytes, randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, type OrderId, parseId, toUuid } from '@/lib/kernel/ids';

/** Books that tests make up, in days of their own: orders with all that can happen to one, written straight into the tables. */

export type MadeLine = { readonly variantId: string; readonly quantity: number; readonly unitMinor: number };

export type MadeOrder = {
  readonly id: OrderId;
  readonly placedMs: number;
  readonly expiresMs: number;
  readonly currency: string;
  readonly email: string;
  readonly lines: readonly MadeLine[];
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  readonly paidMs: number | null;
  readonly sentMs: number | null;
  readonly closed: { readonly as: 'cancelled' | 'expired'; readonly ms: number } | null;
  readonly refunds: readonly {
    readonly ms: number;
    readonly amount: number;
    readonly status: 'succeeded' | 'failed';
  }[];
};

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A UUIDv7's digits of a moment long ago: what makes ids for the shop never goes back in time. */
function digitsAt(ms: number): string {
  const random = randomBytes(10).toString('hex');
  return `${ms.toString(16).padStart(12, '0')}7${random.slice(0, 3)}8${random.slice(3, 18)}`;
}

function orderIdAt(ms: number): OrderId {
  const id = parseId('ord', `ord_${digitsAt(ms)}`);
  if (id === null) throw new TypeError('Not an id.');
  return id;
}

/** The first day of some days that no other test is likely to use. */
export function freshDays(): number {
  return Date.UTC(2001, 0, 1) + randomInt(6_500) * DAY;
}

export type BookOptions = {
  readonly startMs: number;
  readonly days: number;
  readonly orders: number;
  readonly variantIds: readonly string[];
  /** What the addresses of this book end with. */
  readonly domain: string;
  readonly random: () => number;
};

/** Orders as they may have come, and what became of them. */
export function makeBook({ startMs, days, orders, variantIds, domain, random }: BookOptions): MadeOrder[] {
  const below = (count: number) => Math.floor(random() * count);
  return Array.from({ length: orders }, (): MadeOrder => {
    const placedMs = startMs + below(days * DAY);
    const currency = random() < 0.8 ? 'USD' : 'JPY';
    const lines = Array.from({ length: 1 + below(3) }, () => ({
      variantId: variantIds[below(variantIds.length)] ?? '',
      quantity: 1 + below(4),
      unitMinor: below(9_000),
    }));
    const isFree = random() < 0.05;
    const subtotal = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0);
    const discount = isFree ? subtotal : random() < 0.3 ? below(subtotal + 1) : 0;
    const shipping = isFree ? 0 : below(1_500);
    const tax = isFree ? 0 : below(900);
    const total = subtotal - discount + shipping + tax;
    const fate = random();
    const expiresMs = placedMs + 600_000;
    // Most pay at once; some pay weeks after the time was over.
    const wouldPayMs = placedMs + (random() < 0.9 ? below(600_000) : below(30 * DAY));
    const paidMs = total === 0 ? placedMs : fate < 0.75 ? wouldPayMs : null;
    const sentMs = paidMs !== null && random() < 0.5 ? paidMs + below(5 * DAY) : null;
    const back = paidMs !== null && total > 1 && random() < 0.3;
    const first = 1 + below(Math.max(total - 1, 1));
    const after = Math.max(paidMs ?? 0, sentMs ?? 0);
    const refunds = back
      ? [
          { ms: after + below(9 * DAY), amount: first, status: 'succeeded' as const },
          { ms: after + below(9 * DAY), amount: 1, status: 'failed' as const },
          ...(random() < 0.4 && total > first
            ? [{ ms: after + 9 * DAY + below(DAY), amount: total - first, status: 'succeeded' as const }]
            : []),
        ]
      : [];
    const closed =
      paidMs === null
        ? fate < 0.9
          ? ({ as: 'expired', ms: expiresMs + below(5_000) } as const)
          : ({ as: 'cancelled', ms: placedMs + below(600_000) } as const)
        : sentMs === null && !back && random() < 0.1
          ? ({ as: 'cancelled', ms: paidMs + below(2 * DAY) } as const)
          : null;
    const cancelRefund =
      closed !== null && paidMs !== null && total > 0
        ? [{ ms: closed.ms + below(HOUR), amount: total, status: 'succeeded' as const }]
        : [];
    return {
      id: orderIdAt(placedMs),
      placedMs,
      expiresMs,
      currency,
      email: `${random() < 0.5 ? 'Buyer' : 'buyer'}-${below(Math.ceil(orders / 3))}@${domain}`,
      lines,
      discount,
      shipping,
      tax,
      total,
      paidMs,
      sentMs,
      closed,
      refunds: [...refunds, ...cancelRefund],
    };
  });
}

export const subtotalOf = ({ lines }: MadeOrder) =>
  lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0);
export const unitsOf = ({ lines }: MadeOrder) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** What had gone back by then. */
export const refundedAt = ({ refunds }: MadeOrder, atMs: number) =>
  refunds.reduce(
    (sum, { ms, amount, status }) => sum + (status === 'succeeded' && ms <= atMs ? amount : 0),
    0,
  );

/** What an order was at a moment, told from its history from the beginning on. */
export function statusAt(order: MadeOrder, atMs: number): string {
  type Happening = readonly [ms: number, what: string];
  const happened: Happening[] = [[order.expiresMs, 'deadline']];
  if (order.paidMs !== null) happened.push([order.paidMs, 'paid']);
  if (order.sentMs !== null) happened.push([order.sentMs, 'sent']);
  if (order.closed !== null) happened.push([order.closed.ms, order.closed.as]);
  for (const { ms, status } of order.refunds) if (status === 'succeeded') happened.push([ms, 'refund']);
  let status = 'pending';
  for (const [ms, what] of happened.sort(([a], [b]) => a - b)) {
    if (ms > atMs) break;
    if (what === 'deadline' && status === 'pending') status = 'expired';
    if (what === 'paid') status = 'paid';
    if (what === 'sent' && status === 'paid') status = 'fulfilled';
    if (what === 'expired' || what === 'cancelled') status = what;
    if (what === 'refund' && status !== 'cancelled')
      status = refundedAt(order, ms) >= order.total ? 'refunded' : 'partially_refunded';
  }
  return status;
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Writes a book down. */
export async function writeBook(book: readonly MadeOrder[]): Promise<void> {
  for (let at = 0; at < book.length; at += 1_000) await writePart(book.slice(at, at + 1_000));
}

async function writePart(part: readonly MadeOrder[]): Promise<void> {
  const rows = part.map((order) => ({
    id: toUuid(order.id),
    status: statusAt(order, Number.POSITIVE_INFINITY),
    currency: order.currency,
    idempotency_id: toUuid(newId('req')),
    shipping: order.shipping,
    tax: order.tax,
    discount: order.discount,
    total: order.total,
    payment_status: order.paidMs !== null && order.total > 0 ? 'succeeded' : 'none',
    expires_at: iso(order.expiresMs),
    created_at: iso(order.placedMs),
    paid_at: iso(order.paidMs),
    closed_at: iso(order.closed?.ms ?? null),
    email: order.email,
  }));
  const lines = part.flatMap((order) =>
    order.lines.map((line, position) => ({
      order_id: toUuid(order.id),
      position,
      variant_id: line.variantId,
      quantity: line.quantity,
      unit: line.unitMinor,
    })),
  );
  const paid = part.filter((order) => order.paidMs !== null && order.total > 0);
  const paymentIds = new Map(paid.map((order) => [order.id, digitsAt(order.placedMs)]));
  const payments = paid.map((order) => ({
    id: paymentIds.get(order.id),
    order_id: toUuid(order.id),
    amount: order.total,
    currency: order.currency,
    refunded: refundedAt(order, Number.POSITIVE_INFINITY),
    settled_at: iso(order.paidMs),
  }));
  const refunds = paid.flatMap((order) =>
    order.refunds.map(({ ms, amount, status }) => ({
      id: digitsAt(ms - 1_000),
      order_id: toUuid(order.id),
      payment_id: paymentIds.get(order.id),
      amount,
      currency: order.currency,
      status,
      settled_at: iso(ms),
    })),
  );
  const events = part.flatMap((order) =>
    order.sentMs === null ? [] : [{ order_id: toUuid(order.id), created_at: iso(order.sentMs) }],
  );
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await atomically([
    sql`insert into orders (id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor,
          discount_minor, total_minor, payment_status, placed_expires_at, expires_at, created_at, paid_at, closed_at)
        select id, status::order_status, currency, idempotency_id, '\\x00', shipping, tax, 0, discount, total,
          payment_status::order_payment_status, expires_at, expires_at, created_at, paid_at, closed_at
        from jsonb_to_recordset(${json(rows)}) as r (id uuid, status text, currency char(3), idempotency_id uuid, shipping bigint,
          tax bigint, discount bigint, total bigint, payment_status text, expires_at timestamptz, created_at timestamptz,
          paid_at timestamptz, closed_at timestamptz)`,
    sql`insert into order_contacts (order_id, email, shipping_address)
        select id, email, '{"name":"Ada","line1":"1 Main St","city":"Springfield","postalCode":"1","country":"US"}'
        from jsonb_to_recordset(${json(rows)}) as r (id uuid, email text)`,
    sql`insert into order_lines (order_id, position, variant_id, product_id, sku, title, options, quantity, unit_price_minor,
          tax_rate_ppm, tax_minor, tax_included_minor, claims)
        select order_id, position, variant_id, order_id, 'SKU', 'A thing', '[]', quantity, unit, 0, 0, 0,
          jsonb_build_array(jsonb_build_array(0, quantity))
        from jsonb_to_recordset(${json(lines)}) as r (order_id uuid, position int, variant_id uuid, quantity int, unit bigint)`,
    sql`insert into payments (id, order_id, provider, method, amount_minor, currency, status, refunded_minor, started_at, settled_at)
        select id, order_id, 'test', 'test_ok', amount, currency, 'succeeded', refunded, settled_at, settled_at
        from jsonb_to_recordset(${json(payments)})
          as r (id uuid, order_id uuid, amount bigint, currency char(3), refunded bigint, settled_at timestamptz)`,
    sql`insert into refunds (id, order_id, payment_id, amount_minor, currency, status, reason, actor, settled_at)
        select id, order_id, payment_id, amount, currency, status::refund_status, 'test', 'test', settled_at
        from jsonb_to_recordset(${json(refunds)})
          as r (id uuid, order_id uuid, payment_id uuid, amount bigint, currency char(3), status text, settled_at timestamptz)`,
    sql`insert into order_events (order_id, kind, actor, created_at)
        select order_id, 'fulfilled', 'test', created_at
        from jsonb_to_recordset(${json(events)}) as r (order_id uuid, created_at timestamptz)`,
  ]);
}
