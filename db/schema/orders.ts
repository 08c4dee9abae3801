import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgEnum,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, createdAt, currency, minor, moment, positiveCount, prefixedId } from './columns';

/** Steps by 64, so that each of up to 64 shards numbers its own orders without asking another. */
export const orderNumbers = pgSequence('order_numbers', { startWith: 1024, increment: 64 });

// Enums rather than checks on text: a check is parsed anew for every insert, and a purchase makes six.
export const orderStatus = pgEnum('order_status', [
  'pending',
  'paid',
  'fulfilled',
  'partially_refunded',
  'refunded',
  'cancelled',
  'expired',
]);

export const orderPaymentStatus = pgEnum('order_payment_status', [
  'none',
  'processing',
  'in-doubt',
  'declined',
  'succeeded',
  // The order was over when the money came, and it went back.
  'refunded',
]);

/** How much of an order was sent. Null, as every order begins: nothing. `nothing`: all that was not sent was refunded. */
export const orderFulfilment = pgEnum('order_fulfilment', ['partly-sent', 'sent', 'nothing']);

export const orders = pgTable(
  'orders',
  {
    id: prefixedId('ord', 'id').primaryKey(),
    number: bigint('number', { mode: 'number' }).notNull().default(sql`nextval('order_numbers')`),
    status: orderStatus('status').notNull(),
    currency: currency().notNull(),
    cartId: prefixedId('cart', 'cart_id'),
    customerId: uuid('customer_id'),
    /** First half of SHA-256 over (method, path, credential, Idempotency-Key). */
    idempotencyId: uuid('idempotency_id').notNull(),
    fingerprint: bytea('fingerprint').notNull(),
    shippingMinor: minor('shipping_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    taxIncludedMinor: minor('tax_included_minor').notNull(),
    discountMinor: minor('discount_minor').notNull(),
    totalMinor: minor('total_minor').notNull(),
    shippingMethod: text('shipping_method'),
    shippingTaxMinor: minor('shipping_tax_minor').notNull().default(0),
    discountCode: text('discount_code'),
    paymentStatus: orderPaymentStatus('payment_status').notNull(),
    /** The deadline that checkout answered; a replay of checkout answers it again. */
    placedExpiresAt: moment('placed_expires_at').notNull(),
    /** The deadline that counts: starting a payment extends it. */
    expiresAt: moment('expires_at').notNull(),
    holdExtended: smallint('hold_extended').notNull().default(0),
    createdAt: createdAt(),
    paidAt: moment('paid_at'),
    closedAt: moment('closed_at'),
    fulfilment: orderFulfilment('fulfilment'),
  },
  (t) => [
    unique('orders_number_key').on(t.number),
    unique('orders_idempotency_id_key').on(t.idempotencyId),
    // A cart becomes at most one live order.
    uniqueIndex('orders_cart_id_key')
      .on(t.cartId)
      .where(sql`${t.cartId} is not null and ${t.status} not in ('cancelled', 'expired')`),
    index('orders_expires_at_idx').on(t.expiresAt).where(sql`${t.status} = 'pending'`),
    index('orders_status_id_idx').on(t.status, t.id.desc()),
    // Partial: placing an order makes no entry, paying for it makes one. What was sold since a moment is a range of it.
    index('orders_paid_at_idx').on(t.paidAt).where(sql`${t.paidAt} is not null`),
    // Partial: an order of nobody who is signed in, as most are, makes no entry.
    index('orders_customer_id_id_idx').on(t.customerId, t.id.desc()).where(sql`${t.customerId} is not null`),
    // The subtotal is not stored: the total and its other parts say what it is, and it cannot disagree with them.
    // The trigger orders_guard holds what a row may be: no negative amount, and paid means the payment succeeded or
    // there was nothing to pay. A CHECK says the same for six times its price (decisions/0003).
  ],
);

export const orderLines = pgTable(
  'order_lines',
  {
    orderId: prefixedId('ord', 'order_id')
      .notNull()
      .references(() => orders.id),
    position: smallint('position').notNull(),
    variantId: prefixedId('var', 'variant_id').notNull(),
    productId: prefixedId('prod', 'product_id').notNull(),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    options: jsonb('options').$type<{ name: string; value: string }[]>().notNull(),
    quantity: positiveCount('quantity').notNull(),
    unitPriceMinor: minor('unit_price_minor').notNull(),
    /** Of the order's discount, what falls on this line; what falls on none was taken off the shipping. */
    discountMinor: minor('discount_minor').notNull().default(0),
    taxRatePpm: integer('tax_rate_ppm').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    taxIncludedMinor: minor('tax_included_minor').notNull(),
    /** Which lanes the units came from: [[lane, quantity], …]; null when the variant was not counted. */
    claims: jsonb('claims').$type<[number, number][]>(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.position] })],
);

/** Whom an order is for. Apart from the order, so that erasing a person blanks this row and keeps the books. */
export const orderContacts = pgTable(
  'order_contacts',
  {
    orderId: prefixedId('ord', 'order_id')
      .primaryKey()
      .references(() => orders.id),
    email: text('email').notNull(),
    shippingAddress: jsonb('shipping_address').$type<ShippingAddressRow>().notNull(),
    /** Where the buyer shops (`fr-fr`): the language they are written in. Null: nobody said. */
    market: text('market'),
  },
  // With the order's id, so that whether an order is somebody's last is one look, however many they have.
  (t) => [index('order_contacts_email_idx').on(sql`lower(${t.email}) text_pattern_ops`, t.orderId)],
);

export type ShippingAddressRow = {
  name: string;
  line1: string;
  line2?: string;
  city: string;
  region?: string;
  postalCode: string;
  country: string;
};

/** What happened to an order after it was placed (that it was placed is the order itself). */
export const orderEvents = pgTable(
  'order_events',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    orderId: prefixedId('ord', 'order_id')
      .notNull()
      .references(() => orders.id),
    kind: text('kind').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.id] })],
);
