import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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

/** Reports that come by themselves: of the week or month that has just ended, by mail. */
export const reportSchedules = pgTable(
  'report_schedules',
  {
    id: prefixedId('sched', 'id').primaryKey(),
    kind: text('kind', { enum: ['sales', 'orders', 'inventory', 'customers'] }).notNull(),
    format: text('format', { enum: ['csv', 'xlsx', 'pdf'] }).notNull(),
    every: text('every', { enum: ['week', 'month'] }).notNull(),
    /** Addresses, of staff or of others. */
    recipients: text('recipients').array().notNull(),
    enabled: boolean('enabled').notNull().default(true),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check('report_schedules_every_check', sql`${t.every} in ('week', 'month')`),
    check('report_schedules_recipients_check', sql`cardinality(${t.recipients}) between 1 and 20`),
  ],
);

/** Which report a schedule asked for, once for each week or month, whatever runs twice. */
export const reportDeliveries = pgTable(
  'report_deliveries',
  {
    scheduleId: prefixedId('sched', 'schedule_id')
      .notNull()
      .references(() => reportSchedules.id, { onDelete: 'cascade' }),
    /** The first day of the week or month. */
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    reportId: prefixedId('rep', 'report_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.scheduleId, t.fromDay] }),
    index('report_deliveries_report_id_idx').on(t.reportId),
  ],
);
