import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, prefixedId, unitCount } from './columns';

/** Whether a variant is counted, and in how many lanes its stock lies. A variant without a row cannot be sold. */
export const stockItems = pgTable(
  'stock_items',
  {
    variantId: prefixedId('var', 'variant_id').primaryKey(),
    /** false: always sellable, no lanes. */
    counted: boolean('counted').notNull(),
    laneCount: smallint('lane_count').notNull().default(1),
  },
  (t) => [check('stock_items_lane_count_check', sql`${t.laneCount} between 1 and 64`)],
);

/**
 * Where a variant's free units lie. Several lanes let the buyers of one hot variant claim side by side instead of
 * queueing on one row. Always the sum of the ledger; never negative.
 */
export const stockLanes = pgTable(
  'stock_lanes',
  {
    variantId: prefixedId('var', 'variant_id').notNull(),
    lane: smallint('lane').notNull(),
    available: unitCount('available').notNull(),
  },
  (t) => [primaryKey({ columns: [t.variantId, t.lane] })],
);

/**
 * Which variants are known to be sold out: what pages show of stock. Written after sales, beside them (note_availability.sql);
 * stock itself is in the lanes.
 */
export const soldOutVariants = pgTable('sold_out_variants', {
  variantId: prefixedId('var', 'variant_id').primaryKey(),
});

export const stockMovementKind = pgEnum('stock_movement_kind', [
  'receive',
  'adjust',
  'claim',
  'release',
  'restock',
  'rebalance',
]);

/**
 * The ledger: every change of a lane, append-only. Triggers refuse updates and deletes, and rows that change nothing, name no
 * order where units were sold, or name one where they were not.
 */
export const stockMovements = pgTable(
  'stock_movements',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    variantId: prefixedId('var', 'variant_id').notNull(),
    lane: smallint('lane').notNull(),
    delta: integer('delta').notNull(),
    kind: stockMovementKind('kind').notNull(),
    orderId: prefixedId('ord', 'order_id'),
    reason: text('reason'),
    actor: text('actor'),
    /** Which adjustment by a merchant this belongs to. */
    requestId: uuid('request_id'),
    createdAt: createdAt(),
  },
  (t) => [
    // The variant leads, so that its ledger is one index range; a purchase pays one entry.
    primaryKey({ columns: [t.variantId, t.id] }),
  ],
);
