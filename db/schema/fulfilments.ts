import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, moment, positiveCount, prefixedId } from './columns';
import { orders } from './orders';
import { refunds } from './refunds';

/** One row a parcel that was sent. An order may go in several. */
export const fulfilments = pgTable(
  'fulfilments',
  {
    id: prefixedId('ful', 'id').primaryKey(),
    orderId: prefixedId('ord', 'order_id')
      .notNull()
      .references(() => orders.id),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    trackingUrl: text('tracking_url'),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('fulfilments_order_id_idx').on(t.orderId, t.id)],
);

/** What is in a parcel. */
export const fulfilmentLines = pgTable(
  'fulfilment_lines',
  {
    fulfilmentId: prefixedId('ful', 'fulfilment_id')
      .notNull()
      .references(() => fulfilments.id),
    /** The line's position in its order. */
    position: smallint('position').notNull(),
    quantity: positiveCount('quantity').notNull(),
  },
  (t) => [primaryKey({ columns: [t.fulfilmentId, t.position] })],
);

/** What a buyer wants to send back, and whether it came. What it is worth goes back as a refund of its own. */
export const orderReturns = pgTable(
  'order_returns',
  {
    id: prefixedId('ret', 'id').primaryKey(),
    orderId: prefixedId('ord', 'order_id')
      .notNull()
      .references(() => orders.id),
    status: text('status', { enum: ['requested', 'received', 'cancelled'] }).notNull(),
    reason: text('reason').notNull(),
    /** The refund that was given for it; one that the provider refused counts for nothing. */
    refundId: prefixedId('ref', 'refund_id').references(() => refunds.id),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
    closedAt: moment('closed_at'),
  },
  (t) => [
    index('order_returns_order_id_idx').on(t.orderId, t.id),
    index('order_returns_refund_id_idx').on(t.refundId).where(sql`${t.refundId} is not null`),
    check('order_returns_status_check', sql`${t.status} in ('requested', 'received', 'cancelled')`),
  ],
);

/** Which units come back. */
export const orderReturnLines = pgTable(
  'order_return_lines',
  {
    returnId: prefixedId('ret', 'return_id')
      .notNull()
      .references(() => orderReturns.id),
    /** The line's position in its order. */
    position: smallint('position').notNull(),
    quantity: positiveCount('quantity').notNull(),
  },
  (t) => [primaryKey({ columns: [t.returnId, t.position] })],
);

/** Filters of the list of orders that the shop's people keep under a name, for all of them. */
export const orderViews = pgTable(
  'order_views',
  {
    id: prefixedId('view', 'id').primaryKey(),
    name: text('name').notNull(),
    /** As it stands behind the question mark: `status=paid&country=FR`. */
    query: text('query').notNull(),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('order_views_name_key').on(sql`lower(${t.name})`)],
);
