import { query } from '@/db/client';

/** Kinds of work that a sweep does. */
export type DueWork = Readonly<
  Record<'events' | 'payments' | 'refunds' | 'holds' | 'deliveries' | 'outbox', boolean>
>;

/** Which work waits, in one statement: an idle shop asks its database once a sweep. */
export async function findDueWork(): Promise<DueWork> {
  const [row] = await query<{ due: string }>('work_due', 'select work_due()::text as due', []);
  return JSON.parse(row?.due ?? '{}') as DueWork;
}
