import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, currency, minor, moment, prefixedId } from './columns';
import { orders } from './orders';

export const paymentStatus = pgEnum('payment_status', [
  'processing',
  'in-doubt',
  'declined',
  'succeeded',
  // Taken when there was nothing left to take it for: a refund that the shop opened itself gives it back.
  'refunded',
]);

/** One row an attempt to take money for an order. */
export const payments = pgTable(
  'payments',
  {
    id: prefixedId('pay', 'id').primaryKey(),
    orderId: prefixedId('ord', 'order_id')
      .notNull()
      .references(() => orders.id),
    provider: text('provider').notNull(),
    method: text('method').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency().notNull(),
    status: paymentStatus('status').notNull(),
    /** What refunds that were not refused give back, or are to. */
    refundedMinor: minor('refunded_minor').notNull().default(0),
    providerReference: text('provider_reference'),
    declineReason: text('decline_reason'),
    startedAt: moment('started_at').notNull().default(sql`now()`),
    settledAt: moment('settled_at'),
    /** How often the provider was asked what became of it, and when it is asked next. */
    asked: smallint('asked').notNull().default(0),
    askAt: moment('ask_at').notNull().default(sql`now()`),
  },
  (t) => [
    // At most one attempt runs, and at most one pays for the order: two browsers cannot both be charged.
    uniqueIndex('payments_running_key').on(t.orderId).where(sql`${t.status} in ('processing', 'in-doubt')`),
    uniqueIndex('payments_succeeded_key').on(t.orderId).where(sql`${t.status} = 'succeeded'`),
    index('payments_order_id_idx').on(t.orderId, t.id),
    index('payments_ask_at_idx').on(t.askAt).where(sql`${t.status} in ('processing', 'in-doubt')`),
    check(
      'payments_amounts_check',
      sql`${t.amountMinor} > 0 and ${t.refundedMinor} between 0 and ${t.amountMinor}`,
    ),
  ],
);

/** The inbox: what providers told us, each event once however often it is delivered, processed after it is stored. */
export const providerEvents = pgTable(
  'provider_events',
  {
    provider: text('provider').notNull(),
    eventId: text('event_id').notNull(),
    paymentId: prefixedId('pay', 'payment_id').notNull(),
    kind: text('kind', { enum: ['processing', 'succeeded', 'declined'] }).notNull(),
    data: jsonb('data').$type<{ reference?: string; reason?: string }>().notNull().default({}),
    receivedAt: moment('received_at').notNull().default(sql`now()`),
    tries: smallint('tries').notNull().default(0),
    tryAt: moment('try_at').notNull().default(sql`now()`),
    processedAt: moment('processed_at'),
    /** What it came to: settled, already-settled, noted or payment-not-found. */
    outcome: text('outcome'),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.eventId] }),
    index('provider_events_try_at_idx').on(t.tryAt).where(sql`${t.processedAt} is null`),
  ],
);

/** The built-in test provider's own books: what a real provider would keep on its side. */
export const testProviderCharges = pgTable('test_provider_charges', {
  paymentId: prefixedId('pay', 'payment_id').primaryKey(),
  outcome: text('outcome', { enum: ['succeeded', 'declined'] }).notNull(),
  /** Until then it says that it is still at work. */
  decidedAt: moment('decided_at').notNull().default(sql`now()`),
  amountMinor: minor('amount_minor').notNull(),
  currency: currency().notNull(),
  createdAt: createdAt(),
});

/** The test provider's webhooks that are still to be delivered: one row a delivery, deleted once it was heard. */
export const testProviderDeliveries = pgTable(
  'test_provider_deliveries',
  {
    id: prefixedId('evt', 'id').primaryKey(),
    paymentId: prefixedId('pay', 'payment_id').notNull(),
    kind: text('kind', { enum: ['processing', 'succeeded', 'declined'] }).notNull(),
    tries: integer('tries').notNull().default(0),
    dueAt: moment('due_at').notNull(),
  },
  (t) => [index('test_provider_deliveries_due_at_idx').on(t.dueAt)],
);
