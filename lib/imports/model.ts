import type { ImportId } from '@/lib/kernel/ids';

/** An error: something of the file was not imported. A note: it was, but not quite as it stands in the file. */
export type Severity = 'error' | 'note';

/** What an import has to say about a line of the file (physical lines, the header is on line 1). */
export type ImportMessage = { readonly line: number; readonly severity: Severity; readonly message: string };

export const IMPORT_STATUSES = ['queued', 'running', 'done', 'failed'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** Products, not rows: `total` of the file, `done` of them looked at. */
export type ImportProgress = { readonly done: number; readonly total: number };

/**
 * How an import stands. Of the products that are done, `created` are new, `updated` existed and now are as the file
 * says (also where nothing had to change), and `skipped` could not be imported.
 */
export type ProductImport = {
  readonly id: ImportId;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly progress: ImportProgress;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly errorCount: number;
  readonly noteCount: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  readonly notes: readonly { readonly line: number; readonly message: string }[];
};

/** An import among others, without what it says line by line. */
export type ImportSummary = Omit<ProductImport, 'errors' | 'notes'>;

export const MAX_IMPORT_BYTES = 25 * 1024 * 1024;

/** What an upload's file is called in storage: gone when the import has ended. */
export const uploadName = (id: ImportId): string => `imports/${id}.csv`;

export function errorAt(line: number, message: string): ImportMessage {
  return { line, severity: 'error', message };
}

export function noteAt(line: number, message: string): ImportMessage {
  return { line, severity: 'note', message };
}
