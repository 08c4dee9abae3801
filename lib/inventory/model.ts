import type { StockTakeId, VariantId } from '@/lib/kernel/ids';

/** What moves units: a merchant's hand (`receive`, `adjust`), an order (`claim`, `release`, `restock`). */
export const MOVEMENT_KINDS = ['receive', 'adjust', 'claim', 'release', 'restock'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** One change of a variant's free units, of all its lanes together. */
export type Movement = {
  readonly id: string;
  readonly at: string;
  readonly kind: MovementKind;
  readonly delta: number;
  readonly orderId: string | null;
  readonly reason: string | null;
  readonly actor: string | null;
};

/** What moved on a day of the shop's time zone, and what was free at its end. */
export type StockDay = {
  readonly day: string;
  readonly level: number;
  /** By a merchant's hand: received, and counted or written off. */
  readonly adjusted: number;
  /** By orders, less what came back of them. */
  readonly sold: number;
};

export const STOCK_TAKE_STATUSES = ['ready', 'applying', 'applied'] as const;
export type StockTakeStatus = (typeof STOCK_TAKE_STATUSES)[number];

/** A count of the shelves that was uploaded. `differing` of its lines say something else than the shop has. */
export type StockTake = {
  readonly id: StockTakeId;
  readonly fileName: string;
  readonly status: StockTakeStatus;
  readonly reason: string | null;
  readonly lines: number;
  readonly differing: number;
  readonly problems: number;
  readonly applied: number;
  readonly createdAt: string;
  readonly appliedAt: string | null;
};

export const TAKE_OUTCOMES = ['differs', 'problem', 'same'] as const;
export type TakeOutcome = (typeof TAKE_OUTCOMES)[number];

export type StockTakeLine = {
  readonly line: number;
  readonly sku: string;
  readonly variantId: VariantId | null;
  readonly counted: number | null;
  /** The units that were free when the count was uploaded; null: not counted. */
  readonly expected: number | null;
  readonly outcome: TakeOutcome;
  readonly message: string | null;
};

export const MAX_TAKE_BYTES = 10 * 1024 * 1024;
export const MAX_TAKE_LINES = 100_000;

/** What inventory announces beside what runs low: a count is to be taken over. */
export const TAKE_REQUESTED = 'inventory/take.requested';
