import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
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

/** Links by mail that let a member choose a password. The link's token is derived from its id, so nothing here opens anything. */
export const staffPasswordLinks = pgTable(
  'staff_password_links',
  {
    id: prefixedId('link', 'id').primaryKey(),
    staffId: prefixedId('staff', 'staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['invitation', 'reset'] }).notNull(),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    index('staff_password_links_staff_id_idx').on(t.staffId),
    index('staff_password_links_expires_at_idx').on(t.expiresAt),
    check('staff_password_links_purpose_check', sql`${t.purpose} in ('invitation', 'reset')`),
  ],
);

/** What a member's app counts one-time passwords from. One that was never confirmed by a password of it asks nobody for one. */
export const staffSecondFactors = pgTable('staff_second_factors', {
  staffId: prefixedId('staff', 'staff_id')
    .primaryKey()
    .references(() => staff.id, { onDelete: 'cascade' }),
  /** Encrypted with a key that is derived from APP_SECRET: a copy of the database alone signs nobody in. */
  secret: text('secret').notNull(),
  createdAt: createdAt(),
  confirmedAt: moment('confirmed_at'),
  /** The last time step whose password was taken: none is taken twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
});

/** What stands in for a lost app, each once. */
export const staffRecoveryCodes = pgTable(
  'staff_recovery_codes',
  {
    staffId: prefixedId('staff', 'staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** HMAC-SHA-256 of the code: 80 random bits need no slow hash. */
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.codeHash] })],
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
    /** To some minutes: a key that is asked with a thousand times a second writes no more than that. */
    lastUsedAt: moment('last_used_at'),
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
  (t) => [
    // Descending, nulls last, as nothing else is: a list that is narrowed asks for that order, so that the planner cannot take the
    // whole log's for a list of what may be rare.
    index('audit_log_subject_id_idx').on(t.subject, t.id.desc()),
    index('audit_log_actor_id_idx').on(t.actor, t.id.desc()),
    index('audit_log_action_id_idx').on(t.action, t.id.desc()),
    // Whose deeds of one kind: of two that are each frequent, the pair may be rare.
    index('audit_log_actor_action_id_idx').on(t.actor, t.action, t.id.desc()),
  ],
);
