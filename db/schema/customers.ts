import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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
    /** Addresses that were theirs before: mails that went there are theirs to see and to erase. */
    formerEmails: jsonb('former_emails').$type<{ email: string; until: string }[]>().notNull().default([]),
    createdAt: createdAt(),
    disabledAt: moment('disabled_at'),
  },
  // The operator class serves the beginning of an address as well as the whole of it.
  (t) => [
    uniqueIndex('customers_email_key').on(sql`lower(${t.email}) text_pattern_ops`),
    index('customers_name_idx').on(sql`lower(${t.name}) text_pattern_ops`).where(sql`${t.name} is not null`),
  ],
);

/** Words that the shop's people give to customers, by e-mail address in lower case: most customers have no account. */
export const customerTags = pgTable(
  'customer_tags',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    tag: text('tag').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('customer_tags_email_tag_key').on(t.email, t.tag),
    index('customer_tags_tag_id_idx').on(t.tag, t.id),
  ],
);

/** What the shop's people wrote down about a customer, by e-mail address in lower case. Gone when the person is erased. */
export const customerNotes = pgTable(
  'customer_notes',
  {
    id: prefixedId('note', 'id').primaryKey(),
    email: text('email').notNull(),
    text: text('text').notNull(),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('customer_notes_email_id_idx').on(t.email, t.id)],
);

/**
 * Links by mail: they let their holder choose a password (a sign-up becomes a customer by it), sign in, prove another address or
 * erase their account. The link's token is derived from its id, so nothing here opens anything.
 */
export const customerPasswordLinks = pgTable(
  'customer_password_links',
  {
    id: prefixedId('link', 'id').primaryKey(),
    purpose: text('purpose', { enum: ['sign-up', 'reset', 'sign-in', 'change-email', 'erase'] }).notNull(),
    /** Who is written to: of a change, the address that is to be proven. */
    email: text('email').notNull(),
    name: text('name'),
    /** Where the mail's reader was, so that mail and page speak their language: `fr-fr`. */
    market: text('market'),
    /** Whose link it is, where it is about an account rather than an address. */
    customerId: prefixedId('cust', 'customer_id').references(() => customers.id, { onDelete: 'cascade' }),
    /** The address that a change took the place of: it is told. */
    previousEmail: text('previous_email'),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    index('customer_password_links_email_idx').on(sql`lower(${t.email})`),
    index('customer_password_links_expires_at_idx').on(t.expiresAt),
    index('customer_password_links_customer_id_idx').on(t.customerId).where(sql`${t.customerId} is not null`),
    check(
      'customer_password_links_purpose_check',
      sql`${t.purpose} in ('sign-up', 'reset', 'sign-in', 'change-email', 'erase')`,
    ),
  ],
);

/** Addresses that customers keep to choose from at checkout. Orders have copies of their own. */
export const customerAddresses = pgTable(
  'customer_addresses',
  {
    id: prefixedId('addr', 'id').primaryKey(),
    customerId: prefixedId('cust', 'customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    address: jsonb('address').$type<CustomerAddressRow>().notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    /** Which kept answer holds a copy: it goes with the address. */
    idempotencyId: uuid('idempotency_id'),
    createdAt: createdAt(),
  },
  (t) => [
    index('customer_addresses_customer_id_id_idx').on(t.customerId, t.id),
    uniqueIndex('customer_addresses_default_key').on(t.customerId).where(sql`${t.isDefault}`),
  ],
);

export type CustomerAddressRow = {
  name: string;
  line1: string;
  line2?: string;
  city: string;
  region?: string;
  postalCode: string;
  country: string;
};
