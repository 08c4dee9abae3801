import type { ReportId, ReportScheduleId } from '@/lib/kernel/ids';

export const REPORT_KINDS = ['sales', 'orders', 'inventory', 'customers'] as const;
export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export const REPORT_STATUSES = ['queued', 'running', 'done', 'failed'] as const;

/** How often a report comes by itself. */
export const SCHEDULE_PERIODS = ['week', 'month'] as const;

export type SchedulePeriod = (typeof SCHEDULE_PERIODS)[number];
export type ReportKind = (typeof REPORT_KINDS)[number];
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export type Report = {
  readonly id: ReportId;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  /** Days of `timeZone`, both included. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly status: ReportStatus;
  /** Rows of the books that are read, not of the file. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly createdAt: string;
  /** Why it failed, for people. */
  readonly failure?: string;
  readonly downloadUrl?: string;
};

/** What the file is, to whoever receives it. */
export const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** A report that comes by mail, of each week or month that has ended. */
export type ReportSchedule = {
  readonly id: ReportScheduleId;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly every: SchedulePeriod;
  readonly recipients: readonly string[];
  readonly enabled: boolean;
  readonly lastSentAt: string | null;
  /** A day of the shop's time zone. */
  readonly nextOn: string;
};

/** Says that a report which a schedule asked for can be sent; its data is `{ reportId }` (advance_report.sql). */
export const SCHEDULED_REPORT_DONE = 'reports/scheduled-report.done';

/** Says that a report waits to be built; its data is `{ reportId }`. */
export const REPORT_REQUESTED = 'reports/report.requested';
