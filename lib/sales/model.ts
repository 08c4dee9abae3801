import type { ProductId, VariantId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

/** The spans that people ask for by a word; each ends today. */
export const SPANS = { today: 1, '7d': 7, '30d': 30, '90d': 90 } as const;

export type Span = keyof typeof SPANS;

/** Days of the shop's time zone, both included. */
export type Days = { readonly from: string; readonly to: string };

/** What was sold in one currency. */
export type Figures = {
  readonly orders: number;
  readonly units: number;
  /** What buyers paid. */
  readonly sales: Money;
  /** What went back meanwhile, whenever it was sold. */
  readonly refunded: Money;
  /** Of an order; null when there was none. */
  readonly average: Money | null;
};

/** One bar or dot of the chart: an hour or a day, beside the one of the period before. */
export type Point = {
  /** By the shop's clock: `2026-11-22`, or `2026-11-22T13:00`. */
  readonly at: string;
  /** Null: it has not come yet. */
  readonly now: { readonly orders: number; readonly sales: Money } | null;
  readonly before: { readonly at: string; readonly orders: number; readonly sales: Money } | null;
};

export type CurrencySales = {
  readonly currency: string;
  readonly now: Figures;
  readonly before: Figures;
  readonly points: readonly Point[];
};

/** Carts with something in them that were begun in a period, and how many of them were paid for. */
export type Conversion = { readonly carts: number; readonly ordered: number };

export type BestSeller = {
  readonly productId: ProductId;
  readonly title: string;
  readonly units: number;
  readonly unitsBefore: number;
  /** By currency, the shop's own first. */
  readonly sales: readonly Money[];
};

/** Something that will be gone soon, or is. */
export type RunningOut = {
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly title: string;
  readonly sku: string;
  readonly options: string;
  readonly available: number;
  /** In the last seven days and today. */
  readonly sold: number;
  /** At that pace; null when nothing was sold. */
  readonly daysLeft: number | null;
};

export type Overview = {
  readonly asOf: string;
  readonly timeZone: string;
  readonly unit: 'hour' | 'day';
  readonly period: Days;
  readonly before: Days;
  /** Whether the period is still running: then the one before counts as far as this one has come. */
  readonly isRunning: boolean;
  readonly orders: { readonly now: number; readonly before: number };
  readonly conversion: { readonly now: Conversion; readonly before: Conversion };
  /** The shop's own first. Amounts of different currencies are never added. */
  readonly currencies: readonly CurrencySales[];
  readonly bestSellers: readonly BestSeller[];
  readonly runningOut: { readonly count: number; readonly items: readonly RunningOut[] };
};
