import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, moment, prefixedId } from './columns';

/** Each look at whether the books balance, at night or because somebody asked, with what it found. */
export const bookChecks = pgTable(
  'book_checks',
  {
    id: prefixedId('chk', 'id').primaryKey(),
    kind: text('kind', { enum: ['stock', 'money'] }).notNull(),
    status: text('status', { enum: ['asked', 'done', 'failed'] }).notNull(),
    actor: text('actor').notNull(),
    /** The first hundred. */
    faults: jsonb('faults')
      .$type<{ what: string; subject: string; expected: string; found: string }[]>()
      .notNull()
      .default([]),
    tookMs: integer('took_ms'),
    createdAt: createdAt(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('book_checks_kind_id_idx').on(t.kind, t.id),
    check('book_checks_kind_check', sql`${t.kind} in ('stock', 'money')`),
    check('book_checks_status_check', sql`${t.status} in ('asked', 'done', 'failed')`),
  ],
);
