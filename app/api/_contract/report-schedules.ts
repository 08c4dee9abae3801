import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import { changeScheduleInput, createScheduleInput } from '@/lib/reports/input';
import { REPORT_FORMATS, REPORT_KINDS, SCHEDULE_PERIODS } from '@/lib/reports/model';
import { pathId } from './path-id';
import { instant } from './shapes';

const schedule = z
  .object({
    id: idSchema('sched'),
    kind: z.enum(REPORT_KINDS),
    format: z.enum(REPORT_FORMATS),
    every: z.enum(SCHEDULE_PERIODS),
    recipients: z.array(z.string()),
    enabled: z.boolean(),
    lastSentAt: instant.nullable().describe('When the last one was asked for.'),
    nextOn: z
      .string()
      .meta({ format: 'date' })
      .describe('The day, by the shop’s clock, on which the next is due.'),
  })
  .meta({ id: 'ReportSchedule' });

const id = pathId('sched', 'schedule-not-found', 'The schedule.');
const common = { tag: 'Reports', limit: 'admin' } as const;

export const listReportSchedules = defineOperation({
  ...common,
  id: 'listReportSchedules',
  method: 'GET',
  path: '/api/admin/report-schedules',
  summary: 'List the reports that come by mail',
  actor: { permission: 'reports:read' },
  responses: { 200: z.object({ items: z.array(schedule) }) },
  problems: [],
  idempotency: 'none',
});

export const createReportSchedule = defineOperation({
  ...common,
  id: 'createReportSchedule',
  method: 'POST',
  path: '/api/admin/report-schedules',
  summary: 'Have a report come by mail',
  description:
    'Of each week (Monday to Sunday) or month that has ended, by the shop’s clock, from the running one on. The file is attached, or linked where it is larger than 5 MiB.',
  actor: { permission: 'reports:write' },
  body: createScheduleInput,
  responses: { 201: z.object({ id: idSchema('sched') }) },
  problems: ['forbidden'],
  idempotency: 'honoured',
  example: { kind: 'sales', format: 'pdf', every: 'week', recipients: ['ada@example.com'] },
});

export const changeReportSchedule = defineOperation({
  ...common,
  id: 'changeReportSchedule',
  method: 'PATCH',
  path: '/api/admin/report-schedules/{id}',
  summary: 'Change to whom it goes, or whether it goes',
  actor: { permission: 'reports:write' },
  params: { id },
  body: changeScheduleInput,
  responses: { 200: schedule },
  problems: [],
  idempotency: 'none',
  example: { enabled: false },
});

export const removeReportSchedule = defineOperation({
  ...common,
  id: 'removeReportSchedule',
  method: 'DELETE',
  path: '/api/admin/report-schedules/{id}',
  summary: 'Have it come no more',
  actor: { permission: 'reports:write' },
  params: { id },
  responses: { 204: z.undefined() },
  problems: [],
  idempotency: 'none',
});
