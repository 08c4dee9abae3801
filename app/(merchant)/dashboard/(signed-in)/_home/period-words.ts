import type { Schema } from '@/app/(merchant)/_api/client';
import { LOCALE } from '@/app/(merchant)/_ui/format';
import { SPANS, type Span } from '@/lib/sales/model';

export const SPAN_WORDS: Readonly<Record<Span, string>> = {
  today: 'Today',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
};

export const isSpan = (text: string): text is Span => text in SPANS;

// What the shop's clock says is shown as it is: read and written as if it were UTC.
const clock = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
  return (at: string) => format.format(new Date(at.length === 10 ? `${at}T00:00Z` : `${at}Z`));
};

const DAY = clock({ month: 'short', day: 'numeric' });
const LONG_DAY = clock({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
const HOUR = clock({ hour: 'numeric' });
const LONG_HOUR = clock({ weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric' });

/** A point of the chart under its axis, and in full where it is read. */
export const shortPoint = (at: string) => (at.length === 10 ? DAY(at) : HOUR(at));
export const longPoint = (at: string) => (at.length === 10 ? LONG_DAY(at) : LONG_HOUR(at));

const daysOf = ({ from, to }: { from: string; to: string }) =>
  from === to ? LONG_DAY(from) : `${DAY(from)} to ${LONG_DAY(to)}`;

/** Which days stand beside which. */
export function periodWords({ period, before, isRunning }: Schema<'Overview'>): string {
  const days = period.from === period.to ? 'day' : 'days';
  return isRunning
    ? `${daysOf(period)}, until now, beside the same part of ${daysOf(before)}.`
    : `${daysOf(period)}, beside the ${days} before: ${daysOf(before)}.`;
}
