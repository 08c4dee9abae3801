import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, currency, minor, moment, prefixedId } from './columns';
import { orders } from './orders';

export const paymentStatus = pgEnum('payment_status', ['processing', 'in-doubt', 'declined', 'succeeded']);

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
  },
  (t) => [
    // At most one attempt runs or has succeeded: two browsers cannot both be charged.
    uniqueIndex('payments_order_id_key').on(t.orderId).where(sql`${t.status} <> 'declined'`),
    index('payments_order_id_idx').on(t.orderId, t.id),
    index('payments_unsettled_idx').on(t.startedAt).where(sql`${t.status} in ('processing', 'in-doubt')`),
    check(
      'payments_amounts_check',
      sql`${t.amountMinor} > 0 and ${t.refundedMinor} between 0 and ${t.amountMinor}`,
    ),
  ],
);

/** The built-in test provider's own books: what a real provider would keep on its side. */
export const testProviderCharges = pgTable('test_provider_charges', {
  paymentId: prefixedId('pay', 'payment_id').primaryKey(),
  outcome: text('outcome', { enum: ['succeeded', 'declined'] }).notNull(),
  amountMinor: minor('amount_minor').notNull(),
  currency: currency().notNull(),
  createdAt: createdAt(),
});
