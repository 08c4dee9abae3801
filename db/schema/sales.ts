import { sql } from 'drizzle-orm';
import { bigint, check, date, integer, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { currency, minor, moment, prefixedId } from './columns';

/**
 * What was sold in each quarter of an hour: orders by when they were paid, refunds by when they went back. All offsets of time
 * zones are quarters of an hour, so the days of any zone are sums of these.
 */
export const salesQuarters = pgTable(
  'sales_quarters',
  {
    at: moment('at').notNull(),
    currency: currency().notNull(),
    orders: integer('orders').notNull(),
    units: bigint('units', { mode: 'number' }).notNull(),
    /** What buyers paid: goods + shipping + tax - discount. */
    totalMinor: minor('total_minor').notNull(),
    refundedMinor: minor('refunded_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.at, t.currency] })],
);

/** What each variant sold on each day of the shop's time zone. */
export const variantSalesDaily = pgTable(
  'variant_sales_daily',
  {
    day: date('day', { mode: 'string' }).notNull(),
    variantId: prefixedId('var', 'variant_id').notNull(),
    currency: currency().notNull(),
    productId: prefixedId('prod', 'product_id').notNull(),
    units: bigint('units', { mode: 'number' }).notNull(),
    /** What its lines cost, discounts taken off. */
    totalMinor: minor('total_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.variantId, t.currency] })],
);

/** Carts by the quarter of an hour in which they were begun: how many had something in them, and how many were paid for. */
export const cartQuarters = pgTable('cart_quarters', {
  at: moment('at').primaryKey(),
  carts: integer('carts').notNull(),
  ordered: integer('ordered').notNull(),
});

/** The one row that says how far the books of sales are folded into these sums: what came later is added by whoever asks. */
export const salesProgress = pgTable(
  'sales_progress',
  {
    id: smallint('id').primaryKey().default(1),
    /** By when orders were paid and refunds went back. */
    soldUntil: moment('sold_until').notNull(),
    /** By when carts were begun. */
    cartsUntil: moment('carts_until').notNull(),
  },
  (t) => [check('sales_progress_id_check', sql`${t.id} = 1`)],
);
