'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { RUN_STATUSES } from '@/lib/jobs/model';
import { RunStatusBadge } from './run-status';
import { took } from './took';
import { LIVE } from './use-jobs';

type Run = Schema<'JobRun'>;

const hrefOf = ({ id }: Run) => `/dashboard/jobs/${id}`;

const columnsOf = (names: ReadonlyMap<string, string>): readonly Column<Run>[] => [
  {
    key: 'job',
    head: 'Job',
    cell: (run) => (
      <>
        <Link href={hrefOf(run)} tabIndex={-1} className="font-medium hover:underline">
          {names.get(run.function) ?? run.function}
        </Link>
        {run.error === null ? null : (
          <span className="block max-w-[60ch] truncate text-xs text-bad">{run.error}</span>
        )}
      </>
    ),
  },
  {
    key: 'status',
    head: 'Status',
    cell: ({ status, goesOnAt }) => <RunStatusBadge status={status} goesOnAt={goesOnAt} />,
  },
  {
    key: 'began',
    head: 'Began',
    cell: ({ createdAt }) => (
      <time dateTime={createdAt} title={dateTime(createdAt)} className="whitespace-nowrap">
        {ago(createdAt)}
      </time>
    ),
  },
  {
    key: 'took',
    head: 'Took',
    isFigure: true,
    isWideOnly: true,
    cell: ({ createdAt, endedAt, goesOnAt }) =>
      endedAt === null ? (
        <span className="text-muted">{goesOnAt === null ? 'waits' : `goes on ${ago(goesOnAt)}`}</span>
      ) : (
        took(Date.parse(endedAt) - Date.parse(createdAt))
      ),
  },
];

/** Runs, newest first, as they come. */
export function RunList({ functions }: { functions: Schema<'Jobs'>['functions'] }) {
  const address = useAddress();
  const status = RUN_STATUSES.find((known) => known === address.get('status'));
  const query = {
    ...(status ? { status } : {}),
    ...(address.get('function') ? { function: address.get('function') } : {}),
    ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}),
    limit: 50,
  };
  const runs = useQuery({
    queryKey: ['jobs', 'runs', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/jobs/runs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    ...LIVE,
  });
  const names = new Map(functions.map(({ id, name }) => [id, name]));
  return (
    <Loaded query={runs} lines={12}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Empty title="No runs here">Nothing fits this, or it is longer ago than a week.</Empty>
        ) : (
          <>
            <DataTable
              label="Runs"
              columns={columnsOf(names)}
              rows={items}
              idOf={({ id }) => id}
              nameOf={(run) => names.get(run.function) ?? run.function}
              hrefOf={hrefOf}
              isStale={runs.isPlaceholderData}
            />
            <Pager nextCursor={nextCursor} />
          </>
        )
      }
    </Loaded>
  );
}
