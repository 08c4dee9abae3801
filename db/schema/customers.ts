import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, moment, prefixedId } from './columns';

/** People who have an account. Whoever only bought something is an order's contact, not a customer. */
export const customers = pgTable(
  'customers',
  {
    id: prefixedId('cust', 'id').primaryKey(),
    email: text('email').notNull(),
    name: text('name'),
    passwordHash: text('password_hash'),
    /** When the mailbox was proven theirs: orders placed with the address are shown from then on. */
    emailVerifiedAt: moment('email_verified_at'),
    createdAt: createdAt(),
    disabledAt: moment('disabled_at'),
  },
  // The operator class serves the beginning of an address as well as the whole of it.
  (t) => [uniqueIndex('customers_email_key').on(sql`lower(${t.email}) text_pattern_ops`)],
);

/**
 * Links by mail that let their holder choose a password: a sign-up becomes a customer by it. The link's token is
 * derived from its id, so nothing here opens anything.
 */
export const customerPasswordLinks = pgTable(
  'customer_password_links',
  {
    id: prefixedId('link', 'id').primaryKey(),
    purpose: text('purpose', { enum: ['sign-up', 'reset'] }).notNull(),
    email: text('email').notNull(),
    name: text('name'),
    /** Where the mail's reader was, so that mail and page speak their language: `fr-fr`. */
    market: text('market'),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    index('customer_password_links_email_idx').on(sql`lower(${t.email})`),
    index('customer_password_links_expires_at_idx').on(t.expiresAt),
    check('customer_password_links_purpose_check', sql`${t.purpose} in ('sign-up', 'reset')`),
  ],
);
