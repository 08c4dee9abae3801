'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { uploadFile } from '@/app/(merchant)/_api/upload';
import { useMay } from '@/app/(merchant)/_shell/member';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { DropZone } from '@/app/(merchant)/_ui/drop-zone';
import { ago, count, dateTime } from '@/app/(merchant)/_ui/format';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Progress } from '@/app/(merchant)/_ui/progress';
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

const MEBIBYTE = 1024 * 1024;

function NewImport() {
  const router = useRouter();
  const queries = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState('');

  async function upload(file: File | undefined) {
    if (file === undefined) return;
    setFault('');
    if (file.size > MAX_IMPORT_BYTES) {
      return setFault(`The file is larger than ${MAX_IMPORT_BYTES / MEBIBYTE} MiB: split it into several.`);
    }
    setShare(0);
    try {
      const path = `/api/admin/imports/products?name=${encodeURIComponent(file.name)}` as const;
      const { id } = await uploadFile<{ id: string }>(path, {
        file,
        mediaType: 'text/csv',
        key: crypto.randomUUID(),
        onProgress: setShare,
      });
      void queries.invalidateQueries({ queryKey: ['imports'] });
      router.push(`/dashboard/imports/${id}`);
    } catch (error) {
      setFault(faultWords(error));
      setShare(null);
    }
  }

  return (
    <div className="grid gap-2">
      <DropZone
        label="Choose a product CSV"
        hint="or drop it here. Up to 25 MiB; it is imported in the background."
        accept=".csv,text/csv"
        isBusy={share !== null}
        onFiles={([file]) => void upload(file)}
      />
      {share === null ? null : <Progress label="Uploading the file" share={share} />}
      <p role="alert" className="text-sm text-bad empty:hidden">
        {fault}
      </p>
    </div>
  );
}
