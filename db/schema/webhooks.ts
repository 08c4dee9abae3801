import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, prefixedId } from './columns';

/** Where a merchant wants to be told of what happens. The signing secret is derived from id and version, so it stands nowhere. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: prefixedId('hook', 'id').primaryKey(),
    url: text('url').notNull(),
    /** Names of events, as the outbox has them. */
    events: text('events').array().notNull(),
    enabled: boolean('enabled').notNull().default(true),
    secretVersion: integer('secret_version').notNull().default(1),
    /** For a day after this the secret before signs too. */
    rotatedAt: moment('rotated_at'),
    /** Since when no delivery succeeded, if the last one did not. */
    failingSince: moment('failing_since'),
    /** When the shop itself switched it off. */
    disabledAt: moment('disabled_at'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('webhook_endpoints_events_check', sql`cardinality(${t.events}) between 1 and 50`)],
);

/** One event on its way to one endpoint. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: prefixedId('dlv', 'id').primaryKey(),
    endpointId: prefixedId('hook', 'endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    eventId: prefixedId('evt', 'event_id').notNull(),
    type: text('type').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    happenedAt: moment('happened_at').notNull(),
    status: text('status', { enum: ['pending', 'delivered', 'failed'] })
      .notNull()
      .default('pending'),
    /** How often a merchant had it sent again: each time is a round of tries of its own. */
    round: smallint('round').notNull().default(0),
    createdAt: createdAt(),
    settledAt: moment('settled_at'),
  },
  (t) => [
    unique('webhook_deliveries_endpoint_id_event_id_key').on(t.endpointId, t.eventId),
    index('webhook_deliveries_endpoint_id_id_idx').on(t.endpointId, t.id.desc()),
    index('webhook_deliveries_created_at_idx').on(t.createdAt),
    check('webhook_deliveries_status_check', sql`${t.status} in ('pending', 'delivered', 'failed')`),
  ],
);

/** One request of a delivery, and what came of it. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    deliveryId: prefixedId('dlv', 'delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    round: smallint('round').notNull(),
    number: smallint('number').notNull(),
    at: moment('at').notNull().default(sql`now()`),
    durationMs: integer('duration_ms').notNull(),
    /** The HTTP status; null when nothing was answered. */
    status: integer('status'),
    /** The first KiB of what was answered. */
    answer: text('answer'),
    /** Why nothing was answered. */
    error: text('error'),
  },
  (t) => [primaryKey({ columns: [t.deliveryId, t.round, t.number] })],
);
