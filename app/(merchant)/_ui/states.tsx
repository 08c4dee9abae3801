'use client';

import type { ReactNode } from 'react';
import { faultWords } from '../_api/problem-words';
import { Button } from './button';

/** There is nothing here (yet): what would be, and how it comes about. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-16 text-center">
      <p className="text-base font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-sm text-muted">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}

/** What was asked for did not come: why, and another try. */
export function Failed({ error, retry }: { error: unknown; retry?: (() => unknown) | undefined }) {
  return (
    <div role="alert" className="grid justify-items-start gap-3 rounded-md border border-bad p-4 text-sm">
      <p>{faultWords(error)}</p>
      {retry ? <Button onClick={() => void retry()}>Try again</Button> : null}
    </div>
  );
}

/** Grey bars where lines will be. Said once to those who do not see them. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div role="status" className="grid gap-3 py-2">
      <span className="sr-only">Loading…</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <div key={line} className="h-5 animate-pulse rounded-sm bg-ground motion-reduce:animate-none" />
      ))}
    </div>
  );
}

/** What a query has so far: its skeleton, its fault, or what it found. */
export function Loaded<T>({
  query,
  lines,
  children,
}: {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  // What was there stays there while a new try fails: an old list is better than none.
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={query.refetch} />;
  return <Skeleton lines={lines ?? 6} />;
}
