import { z } from 'zod';
import { SPANS } from './model';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

const day = z.iso
  .date('Must be a day, as 2026-11-27.')
  .refine((text) => text >= '2000-01-01' && text < '2100-01-01', 'Must be a day of this century.')
  .meta({ examples: ['2026-11-01'] });

/** What `GET /api/admin/overview` takes: a span by its word, or two days. Today unless told. */
export const overviewInput = z.object({
  span: z
    .enum(Object.keys(SPANS) as [keyof typeof SPANS, ...(keyof typeof SPANS)[]])
    .optional()
    .describe('Ends today, in the shop’s time zone. today unless told.'),
  from: day.optional().describe('In place of a span: the first day.'),
  to: day.optional().describe('The last day, included.'),
});

export type OverviewInput = z.output<typeof overviewInput>;

/** What is wrong with the days together, by field; null when nothing is. */
export function faultOfDays({ span, from, to }: OverviewInput): { path: string; message: string } | null {
  if (from === undefined && to === undefined) return null;
  if (span !== undefined) return { path: 'span', message: 'Either a span, or from and to.' };
  if (from === undefined) return { path: 'from', message: 'Is needed with to.' };
  if (to === undefined) return { path: 'to', message: 'Is needed with from.' };
  if (from > to) return { path: 'to', message: 'Must not be before from.' };
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= MOST_DAYS)
    return { path: 'to', message: 'Must be within a year of from.' };
  return null;
}
