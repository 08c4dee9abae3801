import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import { listReportsInput, requestReportInput } from '@/lib/reports/input';
import { MEDIA_TYPES, REPORT_FORMATS, REPORT_KINDS, REPORT_STATUSES } from '@/lib/reports/model';
import { pathId } from './path-id';
import { pageOf } from './shapes';

const count = z.int().min(0);
const day = z.string().meta({ format: 'date', examples: ['2026-11-01'] });

const report = z
  .object({
    id: idSchema('rep'),
    kind: z.enum(REPORT_KINDS),
    format: z.enum(REPORT_FORMATS),
    from: day,
    to: day.describe('Included.'),
    timeZone: z.string().describe('Whose days these are.'),
    status: z.enum(REPORT_STATUSES),
    progress: z
      .object({ done: count, total: count })
      .describe('Rows of the books that are read, not of the file.'),
    createdAt: z
      .string()
      .describe('The books are shown as they were then.')
      .meta({ format: 'date-time', examples: ['2026-11-27T09:00:00.000Z'] }),
    failure: z.string().optional().describe('Why it failed.'),
    downloadUrl: z
      .string()
      .optional()
      .describe('Where its file is, once it is done; for whoever may see the report.'),
  })
  .meta({ id: 'Report' });

const reportId = pathId('rep', 'report-not-found', 'The report.');

export const requestReport = defineOperation({
  id: 'requestReport',
  method: 'POST',
  path: '/api/admin/reports',
  tag: 'Reports',
  summary: 'Ask for a report',
  description:
    'It shows the books as they are at this moment, and is built by a job; read the report to see how far it is. A role gets the kinds that show what it may see anyway.',
  actor: { permission: 'reports:write' },
  body: requestReportInput,
  responses: { 202: z.object({ id: idSchema('rep'), status: z.literal('queued') }) },
  problems: ['forbidden'],
  limit: 'admin',
  idempotency: 'honoured',
  example: { kind: 'sales', from: '2026-11-01', to: '2026-11-30', format: 'xlsx' },
});

export const listReports = defineOperation({
  id: 'listReports',
  method: 'GET',
  path: '/api/admin/reports',
  tag: 'Reports',
  summary: 'List reports, newest first',
  description: 'A report and its file are forgotten after 30 days.',
  actor: { permission: 'reports:read' },
  query: listReportsInput,
  responses: { 200: pageOf(report) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const getReport = defineOperation({
  id: 'getReport',
  method: 'GET',
  path: '/api/admin/reports/{id}',
  tag: 'Reports',
  summary: 'See how far a report is',
  actor: { permission: 'reports:read' },
  params: { id: reportId },
  responses: { 200: report },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const downloadReport = defineOperation({
  id: 'downloadReport',
  method: 'GET',
  path: '/api/admin/reports/{id}/file',
  tag: 'Reports',
  summary: 'Download a report',
  description:
    'The file, streamed. A range of its bytes can be asked for, so that a download that broke goes on.',
  actor: { permission: 'reports:read' },
  params: { id: reportId },
  media: Object.values(MEDIA_TYPES).map((type) => type.split(';')[0] ?? type),
  responses: { 200: z.instanceof(ReadableStream), 206: z.instanceof(ReadableStream) },
  problems: ['report-not-ready', 'range-not-satisfiable'],
  limit: 'admin',
  idempotency: 'none',
});
