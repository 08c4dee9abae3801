import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, prefixedId, unitCount } from './columns';

/** Whether a variant is counted, and in how many lanes its stock lies. A variant without a row cannot be sold. */
export const stockItems = pgTable(
  'stock_items',
  {
    variantId: prefixedId('var', 'variant_id').primaryKey(),
    /** false: always sellable, no lanes. */
    counted: boolean('counted').notNull(),
    laneCount: smallint('lane_count').notNull().default(1),
    /** At how many units it runs low; null: where the shop says. */
    lowAt: integer('low_at'),
  },
  (t) => [
    index('stock_items_not_counted_idx').on(t.variantId).where(sql`not ${t.counted}`),
    check('stock_items_lane_count_check', sql`${t.laneCount} between 1 and 64`),
    check('stock_items_low_at_check', sql`${t.lowAt} >= 0`),
  ],
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

/**
 * Which counted variants have few units left: where lists look for them, so that nobody reads all lanes for it. Written after a
 * merchant's change, when something sells out, and by the watch that looks at everything; what is in it is compared with the
 * lanes whenever it is shown.
 */
export const lowVariants = pgTable('low_variants', {
  variantId: prefixedId('var', 'variant_id').primaryKey(),
});

/** A count of the shelves that was uploaded: what it says, and whether it was taken over into the stock. */
export const stockTakes = pgTable('stock_takes', {
  id: prefixedId('take', 'id').primaryKey(),
  fileName: text('file_name').notNull(),
  actor: text('actor').notNull(),
  status: text('status', { enum: ['ready', 'applying', 'applied'] }).notNull(),
  /** Why, for the ledger; given when it is applied. */
  reason: text('reason'),
  lines: integer('lines').notNull(),
  /** Lines that count something else than the shop has. */
  differing: integer('differing').notNull(),
  /** Lines that name no variant, or no number. */
  problems: integer('problems').notNull(),
  /** Differing lines that were taken over. */
  applied: integer('applied').notNull().default(0),
  createdAt: createdAt(),
  appliedAt: moment('applied_at'),
});

export const stockTakeLines = pgTable(
  'stock_take_lines',
  {
    takeId: prefixedId('take', 'take_id')
      .notNull()
      .references(() => stockTakes.id, { onDelete: 'cascade' }),
    /** Of the file, as an editor numbers them. */
    line: integer('line').notNull(),
    sku: text('sku').notNull(),
    variantId: prefixedId('var', 'variant_id'),
    counted: integer('counted'),
    /** The units that were free when it was uploaded; null: not counted. */
    expected: integer('expected'),
    outcome: text('outcome', { enum: ['same', 'differs', 'problem'] }).notNull(),
    message: text('message'),
    isApplied: boolean('is_applied').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.takeId, t.line] }),
    index('stock_take_lines_take_id_outcome_line_idx').on(t.takeId, t.outcome, t.line),
    // In the order in which lanes are locked.
    index('stock_take_lines_to_apply_idx')
      .on(t.takeId, t.variantId)
      .where(sql`${t.outcome} = 'differs' and not ${t.isApplied}`),
    check('stock_take_lines_outcome_check', sql`${t.outcome} in ('same', 'differs', 'problem')`),
  ],
);
