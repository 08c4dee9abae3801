import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, createdAt, moment, prefixedId } from './columns';

/** Facts on their way out: written with the change they tell of, deleted once they were sent. */
export const outbox = pgTable('outbox', {
  id: prefixedId('evt', 'id').primaryKey(),
  name: text('name').notNull(),
  data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  createdAt: createdAt(),
  leasedUntil: moment('leased_until'),
});

/** What a POST answered when it took effect; checkout keeps its own on the order. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: uuid('id').primaryKey(),
    fingerprint: bytea('fingerprint').notNull(),
    status: smallint('status').notNull(),
    /** Text, not jsonb: it is answered again byte for byte. */
    body: text('body').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('idempotency_keys_created_at_idx').on(t.createdAt)],
);

/** Where the tokens of locks come from: one sequence for all, so they go on growing whatever else is forgotten. */
export const lockTokens = pgSequence('lock_tokens');

/** The last token that was given out for a lock; whoever holds an older one has lost the lock. */
export const lockFences = pgTable(
  'lock_fences',
  {
    name: text('name').primaryKey(),
    token: bigint('token', { mode: 'number' }).notNull(),
    takenAt: moment('taken_at').notNull().default(sql`now()`),
  },
  (t) => [index('lock_fences_taken_at_idx').on(t.takenAt)],
);

export const imports = pgTable(
  'imports',
  {
    id: prefixedId('imp', 'id').primaryKey(),
    kind: text('kind', { enum: ['products'] }).notNull(),
    fileName: text('file_name').notNull(),
    fileHash: bytea('file_hash').notNull(),
    /** Who wanted it: for the audit log and the stock ledger. */
    actor: text('actor').notNull().default('command-line'),
    status: text('status', { enum: ['queued', 'running', 'done', 'failed'] }).notNull(),
    total: integer('total').notNull().default(0),
    /** Products taken in, in the order of the file: where a killed import goes on. */
    done: integer('done').notNull().default(0),
    created: integer('created').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    createdAt: createdAt(),
    finishedAt: moment('finished_at'),
  },
  (t) => [index('imports_file_hash_idx').on(t.fileHash).where(sql`${t.status} in ('queued', 'running')`)],
);

export const importMessages = pgTable(
  'import_messages',
  {
    importId: prefixedId('imp', 'import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    line: integer('line').notNull(),
    severity: text('severity', { enum: ['error', 'note'] }).notNull(),
    message: text('message').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.seq] })],
);

/** Which pictures an import asked for that were not there yet, and by which line: one that cannot be had is told there. */
export const importImages = pgTable(
  'import_images',
  {
    importId: prefixedId('imp', 'import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** SHA-256 of the address. */
    urlHash: bytea('url_hash').notNull(),
    line: integer('line').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.urlHash] })],
);
