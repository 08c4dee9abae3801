import type { BookCheckId } from '@/lib/kernel/ids';

export const BOOKS = ['stock', 'money'] as const;
export type Books = (typeof BOOKS)[number];

/** Where books do not balance: what is wrong, of what, what it should be and what it is. */
export type BookFault = {
  readonly what: string;
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
};

export const BOOK_CHECK_STATUSES = ['asked', 'done', 'failed'] as const;
export type BookCheckStatus = (typeof BOOK_CHECK_STATUSES)[number];

/** One look at whether books balance. `asked`: it is under way; `failed`: they could not be read. */
export type BookCheck = {
  readonly id: BookCheckId;
  readonly kind: Books;
  readonly status: BookCheckStatus;
  readonly actor: string;
  /** Where they do not balance, the first hundred. */
  readonly faults: readonly BookFault[];
  readonly tookMs: number | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
};

/** What upkeep announces: somebody wants to know now. */
export const CHECK_REQUESTED = 'upkeep/check.requested';
