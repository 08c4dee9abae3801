import { query } from '@/db/client';
import { log } from '@/lib/platform/log';

export type BookFault = {
  readonly what: string;
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
};

const CHECKS = {
  stock: 'select what, subject, expected::text, found::text from check_stock() limit 100',
  money: 'select what, subject, expected::text, found::text from check_money() limit 100',
} as const;

/**
 * Where the books of stock or money do not balance: nothing, or something that must be looked at today. At most a hundred; each is
 * in the log too. One statement, hence one moment, on a live shop.
 */
export async function checkBooks(of: keyof typeof CHECKS): Promise<BookFault[]> {
  const faults = await query<BookFault>(`check_books_${of}`, CHECKS[of], []);
  for (const fault of faults) log('error', 'books:broken', fault);
  return faults;
}
