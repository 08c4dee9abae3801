import { z } from 'zod';
import { pageQuery } from '@/lib/kernel/schemas';
import { REPORT_FORMATS, REPORT_KINDS } from './model';

const MAX_DAYS = 5 * 366;
const DAY_MS = 86_400_000;

const day = (example: string) =>
  z.iso
    .date('Must be a day, as 2026-11-27.')
    .refine((text) => text >= '2000-01-01' && text < '2100-01-01', 'Must be a day of this century.')
    .meta({ examples: [example] });

/** What `POST /api/admin/reports` takes. */
export const requestReportInput = z
  .object({
    kind: z.enum(REPORT_KINDS),
    from: day('2026-11-01').describe('The first day, in the shop’s time zone.'),
    to: day('2026-11-30').describe('The last day, included.'),
    format: z.enum(REPORT_FORMATS),
  })
  .superRefine(({ from, to }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
    if (from > to) refuse('Must not be before from.');
    else if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= MAX_DAYS)
      refuse('Must be within five years of from.');
  });

export type RequestReportInput = z.output<typeof requestReportInput>;

export const listReportsInput = z.object({ ...pageQuery });
