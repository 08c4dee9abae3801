import { z } from 'zod';
import { emailSchema, pageQuery } from '@/lib/kernel/schemas';
import { REPORT_FORMATS, REPORT_KINDS, SCHEDULE_PERIODS } from './model';

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

const recipients = z
  .array(emailSchema)
  .min(1, 'Must have an address.')
  .max(20, 'Must have 20 addresses at most.')
  .transform((all) => [...new Map(all.map((one) => [one.toLowerCase(), one])).values()])
  .describe('E-mail addresses, of staff or of others.');

/** What `POST /api/admin/report-schedules` takes. */
export const createScheduleInput = z.object({
  kind: z.enum(REPORT_KINDS),
  format: z.enum(REPORT_FORMATS),
  every: z.enum(SCHEDULE_PERIODS),
  recipients,
});

export type CreateScheduleInput = z.output<typeof createScheduleInput>;

/** What `PATCH /api/admin/report-schedules/{id}` takes. */
export const changeScheduleInput = z.object({
  enabled: z.boolean().optional(),
  recipients: recipients.optional(),
});

export type ChangeScheduleInput = z.output<typeof changeScheduleInput>;
