import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, prefixedId } from './columns';

/** What was asked for, how far it has come, and where its file is. Forgotten with its file after 30 days. */
export const reports = pgTable(
  'reports',
  {
    id: prefixedId('rep', 'id').primaryKey(),
    kind: text('kind', { enum: ['sales', 'orders', 'inventory', 'customers'] }).notNull(),
    format: text('format', { enum: ['csv', 'xlsx', 'pdf'] }).notNull(),
    /** Days of the shop's time zone as it was when it was asked for, both included. */
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }).notNull(),
    timeZone: text('time_zone').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** The books are read as they were at this moment, whenever and however often they are read. */
    asOf: moment('as_of').notNull().default(sql`now()`),
    status: text('status', { enum: ['queued', 'running', 'done', 'failed'] })
      .notNull()
      .default('queued'),
    /** What there is to read, and what was read: rows of the books, not of the file. */
    total: bigint('total', { mode: 'number' }).notNull().default(0),
    done: bigint('done', { mode: 'number' }).notNull().default(0),
    /** How many steps were committed; who commits one says which he believes it to be. */
    step: integer('step').notNull().default(0),
    /** Where the next step goes on. */
    state: jsonb('state').$type<Record<string, unknown>>(),
    draftId: uuid('draft_id').notNull(),
    fileName: text('file_name'),
    /** Why it failed, in a sentence for people. */
    failure: text('failure'),
    requestedBy: text('requested_by').notNull(),
    createdAt: createdAt(),
    progressedAt: moment('progressed_at').notNull().default(sql`now()`),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('reports_unfinished_idx').on(t.progressedAt).where(sql`${t.status} in ('queued', 'running')`),
    index('reports_created_at_idx').on(t.createdAt),
    check('reports_status_check', sql`${t.status} in ('queued', 'running', 'done', 'failed')`),
    check('reports_days_check', sql`${t.fromDay} <= ${t.toDay}`),
    check('reports_file_check', sql`(${t.status} = 'done') = (${t.fileName} is not null)`),
  ],
);

/** Sums that a report gathers page by page before it writes rows: by day and currency, or by variant. Gone when it is done. */
export const reportSums = pgTable(
  'report_sums',
  {
    reportId: prefixedId('rep', 'report_id')
      .notNull()
      .references(() => reports.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    sums: bigint('sums', { mode: 'number' }).array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.key] })],
);
