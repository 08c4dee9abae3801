import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, createdAt, currency, minor, moment, prefixedId } from './columns';
import { orders } from './orders';
import { payments } from './payments';

export const refundStatus = pgEnum('refund_status', ['processing', 'in-doubt', 'succeeded', 'failed']);

/**
 * One row a decision to give money back, written before the provider is asked. What it is to give back counts against
 * the payment from then on (payments.refunded_minor), unless the provider refuses.
 */
export const refunds = pgTable(
  'refunds',
  {
    id: prefixedId('ref', 'id').primaryKey(),
    orderId: prefixedId('ord', 'order_id')
      .notNull()
      .references(() => orders.id),
    paymentId: prefixedId('pay', 'payment_id')
      .notNull()
      .references(() => payments.id),
    amountMinor: minor('amount_minor').notNull(),
    currency: currency().notNull(),
    status: refundStatus('status').notNull(),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    /** First half of SHA-256 over (method, path, credential, Idempotency-Key); null: the shop's own decision. */
    idempotencyId: uuid('idempotency_id'),
    fingerprint: bytea('fingerprint'),
    providerReference: text('provider_reference'),
    failureReason: text('failure_reason'),
    startedAt: moment('started_at').notNull().default(sql`now()`),
    settledAt: moment('settled_at'),
  },
  (t) => [
    unique('refunds_idempotency_id_key').on(t.idempotencyId),
    index('refunds_order_id_idx').on(t.orderId, t.id),
    index('refunds_payment_id_idx').on(t.paymentId),
    index('refunds_settled_at_idx').on(t.settledAt).where(sql`${t.settledAt} is not null`),
    index('refunds_unsettled_idx').on(t.startedAt).where(sql`${t.status} in ('processing', 'in-doubt')`),
    check('refunds_amount_minor_check', sql`${t.amountMinor} > 0`),
  ],
);

/** Which units of which lines a refund is for, what they come to, and how many of them go back on the shelf. */
export const refundLines = pgTable(
  'refund_lines',
  {
    refundId: prefixedId('ref', 'refund_id')
      .notNull()
      .references(() => refunds.id),
    /** The line's position in its order. */
    position: smallint('position').notNull(),
    quantity: integer('quantity').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    restockQuantity: integer('restock_quantity').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.refundId, t.position] }),
    check(
      'refund_lines_check',
      sql`${t.quantity} > 0 and ${t.amountMinor} >= 0 and ${t.restockQuantity} between 0 and ${t.quantity}`,
    ),
  ],
);

/** The built-in test provider's own books of what it gave back. */
export const testProviderRefunds = pgTable(
  'test_provider_refunds',
  {
    refundId: prefixedId('ref', 'refund_id').primaryKey(),
    paymentId: prefixedId('pay', 'payment_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    succeeded: boolean('succeeded').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('test_provider_refunds_payment_id_idx').on(t.paymentId)],
);
