import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, smallint } from 'drizzle-orm/pg-core';
import { createdAt, currency, moment, prefixedId } from './columns';

export const carts = pgTable(
  'carts',
  {
    id: prefixedId('cart', 'id').primaryKey(),
    currency: currency().notNull(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().default(sql`now()`),
  },
  (t) => [index('carts_updated_at_idx').on(t.updatedAt)],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    cartId: prefixedId('cart', 'cart_id')
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    variantId: prefixedId('var', 'variant_id').notNull(),
    quantity: smallint('quantity').notNull(),
    addedAt: moment('added_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.cartId, t.variantId] }),
    check('cart_lines_quantity_check', sql`${t.quantity} between 1 and 99`),
  ],
);
