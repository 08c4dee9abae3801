import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, createdAt } from './columns';

/**
 * What the shop keeps as bytes: reports, pictures, uploads. One row a content: two files with the same bytes are one row with two
 * names. Without a hash it is a draft, which is still being written.
 */
export const files = pgTable(
  'files',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the whole content. */
    hash: bytea('hash'),
    size: bigint('size', { mode: 'number' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('files_hash_key').on(t.hash),
    index('files_drafts_idx').on(t.createdAt).where(sql`${t.hash} is null`),
    check(
      'files_hash_check',
      sql`(${t.hash} is null) = (${t.size} is null) and octet_length(${t.hash}) = 32`,
    ),
  ],
);

/** The bytes, in order. Stored as they are (EXTERNAL): most of them are compressed already. */
export const fileChunks = pgTable(
  'file_chunks',
  {
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    size: integer('size').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.seq] }),
    check('file_chunks_check', sql`${t.seq} >= 0 and ${t.size} = octet_length(${t.bytes})`),
  ],
);

/** What a content is called. A name means one content for ever; a content that has no name any more is deleted. */
export const fileNames = pgTable(
  'file_names',
  {
    name: text('name').primaryKey(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    mediaType: text('media_type').notNull(),
    /** Whether anybody may read it at /files/{name}. */
    isPublic: boolean('is_public').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('file_names_file_id_idx').on(t.fileId)],
);
