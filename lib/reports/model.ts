import type { ReportId } from '@/lib/kernel/ids';

export const REPORT_KINDS = ['sales', 'orders', 'inventory', 'customers'] as const;
export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export const REPORT_STATUSES = ['queued', 'running', 'done', 'failed'] as const;

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

/** Says that a report waits to be built; its data is `{ reportId }`. */
export const REPORT_REQUESTED = 'reports/report.requested';
