/** What a report is about, as statements take it. */
export type Scope = {
  /** Dashed. */
  readonly reportId: string;
  readonly timeZone: string;
  /** The shop's own. */
  readonly currency: string;
  readonly starts: Moment;
  readonly ends: Moment;
  /** The books are read as they were then. */
  readonly asOf: Moment;
};

/** As Postgres writes it, to the microsecond, and in whole milliseconds, for ids. */
export type Moment = { readonly text: string; readonly ms: number };

export const toMoment = (text: string): Moment => ({ text, ms: Date.parse(text) });

/** The smallest UUIDv7 of a moment: where ids that were made from then on begin. */
export function uuidAt(ms: number): string {
  const digits = Math.max(ms, 0).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-0000-0000-000000000000`;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
