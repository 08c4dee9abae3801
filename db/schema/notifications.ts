import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, moment, prefixedId } from './columns';
import { staff } from './staff';

/**
 * Every mail that the shop has begun to send, once by its key, as it was rendered, but without the secrets of its links.
 * Erasing a person takes recipient, subject and bodies out and leaves that there was a mail.
 */
export const mails = pgTable(
  'mails',
  {
    id: prefixedId('mail', 'id').primaryKey(),
    /** What it is and what about: `order-confirmation:ord_…`. A second mail of the same key is not made. */
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    orderId: prefixedId('ord', 'order_id'),
    recipient: text('recipient'),
    language: text('language').notNull(),
    subject: text('subject'),
    html: text('html'),
    text: text('text'),
    messageId: text('message_id').notNull(),
    status: text('status', { enum: ['queued', 'sent', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** What the mail server last said. */
    error: text('error'),
    /** Until when somebody is sending it. */
    leasedUntil: moment('leased_until'),
    createdAt: createdAt(),
    sentAt: moment('sent_at'),
  },
  (t) => [
    unique('mails_key_key').on(t.key),
    index('mails_order_id_idx').on(t.orderId, t.id).where(sql`${t.orderId} is not null`),
    index('mails_kind_id_idx').on(t.kind, t.id).where(sql`${t.orderId} is not null`),
    index('mails_unsent_id_idx')
      .on(t.status, t.id)
      .where(sql`${t.orderId} is not null and ${t.status} <> 'sent'`),
    index('mails_recipient_idx').on(sql`lower(${t.recipient})`).where(sql`${t.recipient} is not null`),
    index('mails_created_at_idx').on(t.createdAt).where(sql`${t.html} is not null`),
    check('mails_status_check', sql`${t.status} in ('queued', 'sent', 'failed')`),
  ],
);

/** The variants whose low stock the owner was told of: each once, until it is above the threshold again. */
export const lowStockMarks = pgTable('low_stock_marks', {
  variantId: prefixedId('var', 'variant_id').primaryKey(),
  markedAt: moment('marked_at').notNull().default(sql`now()`),
});

/** Which notices a member of staff has chosen to get by mail, or not to get; without a row it goes by their role. */
export const noticeChoices = pgTable(
  'notice_choices',
  {
    staffId: prefixedId('staff', 'staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    wanted: boolean('wanted').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.kind] })],
);
