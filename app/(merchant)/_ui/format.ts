import { formatMoney, type Money } from '@/lib/kernel/money';

/** The dashboard's own language; figures and dates follow it. */
export const LOCALE = 'en-US';

/** `$1,234.50`. */
export const money = (amount: Money): string => formatMoney(amount, LOCALE);

const COUNT = new Intl.NumberFormat(LOCALE);
export const count = (value: number): string => COUNT.format(value);

const PERCENT = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
/** A share of one: 0.125 is `12.5%`. */
export const percent = (share: number): string => PERCENT.format(share);

/** An instant as the shop's clock shows it: `Nov 22, 2026, 3:04 PM`. Without a zone, the reader's own. */
export function dateTime(instant: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** A day of an instant: `Nov 22, 2026`. */
export function day(instant: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone }).format(new Date(instant));
}

const DAYS = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });

/** Calendar days, both included: `Nov 1 – 22, 2026`. */
export const days = (from: string, to: string): string =>
  from === to ? DAYS.format(new Date(from)) : DAYS.formatRange(new Date(from), new Date(to));

const STEPS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
] as const;

/** How long ago, or how soon: `3 minutes ago`, `in 2 hours`. */
export function ago(instant: string, nowMs = Date.now()): string {
  const words = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
  let value = (Date.parse(instant) - nowMs) / 1_000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size) return words.format(Math.round(value), unit);
    value /= size;
  }
  return words.format(Math.round(value), 'year');
}
