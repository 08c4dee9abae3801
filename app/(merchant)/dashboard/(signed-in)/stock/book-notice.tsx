'use client';

import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';
import { ago, count } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';

/** What the last check of the stock's books found, where it must be looked at. Nothing while they balance. */
export function BookNotice() {
  const { data } = useQuery({
    queryKey: ['stock', 'checks', 'latest'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/book-checks', { params: { query: { limit: 10 } }, signal })),
  });
  const latest = data?.items.find(({ status }) => status === 'done');
  if (latest === undefined || latest.faults.length === 0) return null;
  return (
    <p role="alert" className="rounded-md border border-bad px-4 py-3 text-sm text-bad">
      <strong>The books of stock do not balance:</strong> {count(latest.faults.length)}{' '}
      {latest.faults.length === 1 ? 'fault' : 'faults'} found {ago(latest.finishedAt ?? latest.createdAt)}.{' '}
      <Link href="/dashboard/stock/checks" className="font-medium underline">
        See what differs
      </Link>
    </p>
  );
}
