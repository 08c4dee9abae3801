'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { CsvUpload } from '@/app/(merchant)/_ui/csv-upload';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago, count, dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { MAX_TAKE_BYTES } from '@/lib/inventory/model';
import { StockTabs } from '../stock-tabs';
import { TakeStatusBadge } from './take-status';

type Take = Schema<'StockTake'>;

const hrefOf = ({ id }: Take) => `/dashboard/stock/takes/${id}`;

const COLUMNS: readonly Column<Take>[] = [
  {
    key: 'file',
    head: 'File',
    cell: (take) => (
      <Link href={hrefOf(take)} tabIndex={-1} className="font-medium break-all hover:underline">
        {take.fileName}
      </Link>
    ),
  },
  { key: 'status', head: 'Status', cell: ({ status }) => <TakeStatusBadge status={status} /> },
  {
    key: 'when',
    head: 'Uploaded',
    isWideOnly: true,
    cell: ({ createdAt }) => (
      <time dateTime={createdAt} title={dateTime(createdAt)}>
        {ago(createdAt)}
      </time>
    ),
  },
  { key: 'lines', head: 'Lines', isFigure: true, isWideOnly: true, cell: ({ lines }) => count(lines) },
  { key: 'differing', head: 'Differ', isFigure: true, cell: ({ differing }) => count(differing) },
  {
    key: 'problems',
    head: 'Problems',
    isFigure: true,
    isWideOnly: true,
    cell: ({ problems }) => count(problems),
  },
];

/** All counts of the shelves, newest first, and where a new one begins. */
export function TakeList() {
  const address = useAddress();
  const mayWrite = useMay('stock:write');
  const query = { ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}), limit: 50 };
  const takes = useQuery({
    queryKey: ['stock', 'takes', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/stock-takes', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Stock"
      lead="Count what is free to sell, without what is set aside for orders. What differs is shown before anything changes."
    >
      <StockTabs />
      {mayWrite ? <NewTake /> : null}
      <Loaded query={takes} lines={8}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="Nothing was counted yet">
              Upload a CSV with the columns sku and counted to begin.
            </Empty>
          ) : (
            <>
              <DataTable
                label="Counts"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ fileName }) => fileName}
                hrefOf={hrefOf}
                isStale={takes.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewTake() {
  const router = useRouter();
  const queries = useQueryClient();
  return (
    <CsvUpload
      label="Choose a count"
      hint="or drop it here: a CSV with the columns sku and counted, up to 100,000 lines."
      progress="Uploading the count"
      maxBytes={MAX_TAKE_BYTES}
      path="/api/admin/stock-takes"
      onTaken={(id) => {
        void queries.invalidateQueries({ queryKey: ['stock', 'takes'] });
        router.push(`/dashboard/stock/takes/${id}`);
      }}
    />
  );
}
