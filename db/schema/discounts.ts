import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytea, createdAt, currency, minor, moment, prefixedId } from './columns';
import { orders } from './orders';

export const discountKind = pgEnum('discount_kind', ['percentage', 'amount', 'free_shipping']);

/** What a code takes off. Null in a limit, a window or the collection means: without one. */
export const discounts = pgTable(
  'discounts',
  {
    id: prefixedId('disc', 'id').primaryKey(),
    /** As the merchant writes it; buyers may type it in any case. */
    code: text('code').notNull(),
    kind: discountKind('kind').notNull(),
    /** Of a percentage, in millionths: 150000 is 15 %. */
    ratePpm: integer('rate_ppm'),
    /** Of an amount, in `currency`. */
    amountMinor: minor('amount_minor'),
    /** The currency of the amount and of the minimum; such a code serves no other currency. */
    currency: currency(),
    /** What the lines that the code is for must cost at least. */
    minSubtotalMinor: minor('min_subtotal_minor'),
    /** Which products it is for, as offer_collections knows them; null: all. */
    collectionId: prefixedId('col', 'collection_id'),
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    usageLimit: bigint('usage_limit', { mode: 'number' }),
    perCustomerLimit: integer('per_customer_limit'),
    /** Kept while there is a usage limit: without one, a busy code has no row that its buyers would queue for. */
    used: bigint('used', { mode: 'number' }).notNull().default(0),
    enabled: boolean('enabled').notNull().default(true),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    uniqueIndex('discounts_code_key').on(sql`lower(${t.code})`),
    check('discounts_code_check', sql`${t.code} <> '' and length(${t.code}) <= 64`),
    check(
      'discounts_value_check',
      sql`case ${t.kind}
          when 'percentage' then coalesce(${t.ratePpm} between 1 and 1000000, false) and ${t.amountMinor} is null
          when 'amount' then coalesce(${t.amountMinor} > 0, false) and ${t.ratePpm} is null
          else ${t.ratePpm} is null and ${t.amountMinor} is null end
        and (${t.currency} is not null or ${t.amountMinor} is null and ${t.minSubtotalMinor} is null)`,
    ),
    check(
      'discounts_bounds_check',
      sql`${t.used} >= 0 and ${t.minSubtotalMinor} >= 0 and ${t.usageLimit} >= 0 and ${t.perCustomerLimit} > 0
        and ${t.startsAt} < ${t.endsAt}`,
    ),
  ],
);

/**
 * One row an order that used a code. `buyer` is SHA-256 over the discount and the lower-case e-mail address: enough to
 * know a buyer again at the same code, and nothing that erasing a person would have to find.
 */
export const discountUses = pgTable(
  'discount_uses',
  {
    orderId: prefixedId('ord', 'order_id')
      .primaryKey()
      .references(() => orders.id),
    discountId: prefixedId('disc', 'discount_id')
      .notNull()
      .references(() => discounts.id),
    buyer: bytea('buyer').notNull(),
    usedAt: moment('used_at').notNull().default(sql`now()`),
    /** The order expired or was cancelled: somebody else may have this use. */
    givenBackAt: moment('given_back_at'),
  },
  (t) => [index('discount_uses_discount_id_idx').on(t.discountId).where(sql`${t.givenBackAt} is null`)],
);

/** How often a buyer uses a code: the row that two orders of one buyer race for. */
export const discountBuyers = pgTable(
  'discount_buyers',
  {
    discountId: prefixedId('disc', 'discount_id')
      .notNull()
      .references(() => discounts.id),
    buyer: bytea('buyer').notNull(),
    used: integer('used').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.discountId, t.buyer] }),
    check('discount_buyers_used_check', sql`${t.used} >= 0`),
  ],
);
