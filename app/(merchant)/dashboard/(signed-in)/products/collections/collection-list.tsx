'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { count, day } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { ProductTabs } from '../product-tabs';

type Collection = Schema<'Collection'>;

const hrefOf = ({ id }: Collection) => `/dashboard/products/collections/${id}`;

/** Whether shoppers see a collection, in words. */
export function CollectionBadge({ collection }: { collection: Pick<Collection, 'published' | 'opensAt'> }) {
  if (!collection.published) return <Badge>hidden</Badge>;
  if (collection.opensAt === null) return <Badge tone="good">open</Badge>;
  return <Badge tone="busy">opens {day(collection.opensAt)}</Badge>;
}

const COLUMNS: readonly Column<Collection>[] = [
  {
    key: 'title',
    head: 'Collection',
    cell: (collection) => (
      <Link href={hrefOf(collection)} tabIndex={-1} className="font-medium hover:underline">
        {collection.title}
      </Link>
    ),
  },
  { key: 'state', head: 'State', cell: (collection) => <CollectionBadge collection={collection} /> },
  { key: 'products', head: 'Products', isFigure: true, cell: ({ productCount }) => count(productCount) },
  {
    key: 'position',
    head: 'Place',
    isFigure: true,
    isWideOnly: true,
    cell: ({ position }) => count(position),
  },
];

/** All collections, newest first. */
export function CollectionList() {
  const address = useAddress();
  const mayWrite = useMay('products:write');
  const [isMaking, setIsMaking] = useState(false);
  const query = { ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}), limit: 50 };
  const collections = useQuery({
    queryKey: ['collections', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/collections', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Products"
      actions={
        mayWrite ? (
          <Button kind="act" onClick={() => setIsMaking(true)}>
            New collection
          </Button>
        ) : null
      }
    >
      <ProductTabs />
      <Loaded query={collections} lines={8}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No collections yet">They gather products for shoppers, and for discounts.</Empty>
          ) : (
            <>
              <DataTable
                label="Collections"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ title }) => title}
                hrefOf={hrefOf}
                isStale={collections.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {isMaking ? <NewCollection onClose={() => setIsMaking(false)} /> : null}
    </Page>
  );
}

function NewCollection({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFault(undefined);
    try {
      const body = { title, published: false };
      const { id } = await ask(api.POST('/api/admin/collections', { body }));
      await queries.invalidateQueries({ queryKey: ['collections'] });
      router.push(`/dashboard/products/collections/${id}`);
    } catch (error) {
      setFault(error);
      setIsBusy(false);
    }
  }

  return (
    <Dialog isOpen onClose={onClose} title="New collection" lead="It is hidden until you show it.">
      <form className="grid gap-4" noValidate onSubmit={(event) => void make(event)}>
        <TextField
          id="new-collection"
          label="Title"
          maxLength={255}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          fault={fault instanceof ApiFault ? fault.at('title') : undefined}
        />
        <p role="alert" className="text-sm text-bad empty:hidden">
          {fault === undefined ? '' : faultWords(fault)}
        </p>
        <DialogActions>
          <Button onClick={onClose}>Back</Button>
          <Button kind="act" type="submit" isBusy={isBusy} disabled={title.trim() === ''}>
            Make the collection
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
