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
import { MAX_IMPORT_BYTES } from '@/lib/imports/model';
import { ImportStatusBadge } from './import-status';

type Import = Schema<'ImportSummary'>;

const hrefOf = ({ id }: Import) => `/dashboard/imports/${id}`;

const COLUMNS: readonly Column<Import>[] = [
  {
    key: 'file',
    head: 'File',
    cell: (one) => (
      <Link href={hrefOf(one)} tabIndex={-1} className="font-medium break-all hover:underline">
        {one.fileName}
      </Link>
    ),
  },
  {
    key: 'status',
    head: 'Status',
    cell: ({ status, errorCount }) => <ImportStatusBadge status={status} errors={errorCount} />,
  },
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
  {
    key: 'progress',
    head: 'Products',
    isFigure: true,
    cell: ({ progress }) => `${count(progress.done)} of ${count(progress.total)}`,
  },
  {
    key: 'created',
    head: 'Created',
    isFigure: true,
    isWideOnly: true,
    cell: ({ created }) => count(created),
  },
  {
    key: 'updated',
    head: 'Updated',
    isFigure: true,
    isWideOnly: true,
    cell: ({ updated }) => count(updated),
  },
  { key: 'errors', head: 'Errors', isFigure: true, cell: ({ errorCount }) => count(errorCount) },
];

/** All imports of product files, newest first, and where a new one begins. */
export function ImportList() {
  const address = useAddress();
  const mayImport = useMay('imports:write');
  const query = { ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}), limit: 50 };
  const imports = useQuery({
    queryKey: ['imports', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/imports', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Imports"
      lead="Product files as Shopify exports them. A handle that the shop has is updated, any other becomes a new product; nothing is taken away."
    >
      {mayImport ? <NewImport /> : null}
      <Loaded query={imports} lines={8}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="Nothing was imported yet">Upload a product CSV to begin.</Empty>
          ) : (
            <>
              <DataTable
                label="Imports"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ fileName }) => fileName}
                hrefOf={hrefOf}
                isStale={imports.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewImport() {
  const router = useRouter();
  const queries = useQueryClient();
  return (
    <CsvUpload
      label="Choose a product CSV"
      hint="or drop it here. Up to 25 MiB; it is imported in the background."
      progress="Uploading the file"
      maxBytes={MAX_IMPORT_BYTES}
      path="/api/admin/imports/products"
      onTaken={(id) => {
        void queries.invalidateQueries({ queryKey: ['imports'] });
        router.push(`/dashboard/imports/${id}`);
      }}
    />
  );
}
