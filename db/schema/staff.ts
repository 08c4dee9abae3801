import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytea, createdAt, moment, prefixedId } from './columns';

export const staff = pgTable(
  'staff',
  {
    id: prefixedId('staff', 'id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['owner', 'manager', 'support', 'viewer'] }).notNull(),
    passwordHash: text('password_hash'),
    createdAt: createdAt(),
    disabledAt: moment('disabled_at'),
  },
  (t) => [
    uniqueIndex('staff_email_key').on(sql`lower(${t.email})`),
    check('staff_role_check', sql`${t.role} in ('owner', 'manager', 'support', 'viewer')`),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    id: prefixedId('key', 'id').primaryKey(),
    name: text('name').notNull(),
    role: text('role', { enum: ['owner', 'manager', 'support', 'viewer'] }).notNull(),
    /** The first characters, so that people can tell their keys apart. */
    preview: text('preview').notNull(),
    /** SHA-256 of the key: 256 random bits need no slow hash. */
    keyHash: bytea('key_hash').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    unique('api_keys_key_hash_key').on(t.keyHash),
    check('api_keys_role_check', sql`${t.role} in ('owner', 'manager', 'support', 'viewer')`),
  ],
);

/** Who changed what, with the state before and after. Written in the transaction of the change. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: prefixedId('aud', 'id').primaryKey(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    requestId: text('request_id'),
    createdAt: createdAt(),
  },
  (t) => [index('audit_log_subject_id_idx').on(t.subject, t.id)],
);
