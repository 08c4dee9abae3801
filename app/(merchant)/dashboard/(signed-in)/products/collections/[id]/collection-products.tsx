'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useDeferredValue, useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { TextField } from '@/app/(merchant)/_ui/field';
import { count } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { ProductStatusBadge } from '../../product-status';

type Product = Schema<'MerchantProduct'>;

const FOUND = 8;

/** What is in a collection, newest first as shoppers see it: each change is saved at once. */
export function CollectionProducts({
  collection,
  isReadOnly,
}: {
  collection: Schema<'Collection'>;
  isReadOnly: boolean;
}) {
  const address = useAddress();
  const queries = useQueryClient();
  const toasts = useToasts();
  const query = {
    collectionId: collection.id,
    ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}),
    limit: 50,
  };
  const products = useQuery({
    queryKey: ['products', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/products', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

  async function change(part: 'addProductIds' | 'removeProductIds', { id, title }: Product, isUndo = false) {
    try {
      await ask(
        api.PATCH('/api/admin/collections/{id}', {
          params: { path: { id: collection.id } },
          body: { [part]: [id] } as never,
        }),
      );
      const isOut = part === 'removeProductIds';
      const product = { id, title } as Product;
      if (!isUndo)
        toasts.done(`${title} is ${isOut ? 'out of' : 'in'} the collection.`, {
          onUndo: () => void change(isOut ? 'addProductIds' : 'removeProductIds', product, true),
        });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['products'] }),
        queries.invalidateQueries({ queryKey: ['collections'] }),
      ]);
    } catch (error) {
      toasts.failed(error);
    }
  }

  const columns: Column<Product>[] = [
    {
      key: 'title',
      head: 'Product',
      cell: ({ id, title }) => (
        <Link href={`/dashboard/products/${id}`} className="font-medium hover:underline">
          {title}
        </Link>
      ),
    },
    { key: 'status', head: 'Status', cell: (product) => <ProductStatusBadge product={product} /> },
    ...(isReadOnly
      ? []
      : [
          {
            key: 'out',
            head: <span className="sr-only">Take out</span>,
            isFigure: true,
            cell: (product: Product) => (
              <Button
                kind="quiet"
                aria-label={`Take ${product.title} out`}
                onClick={() => void change('removeProductIds', product)}
              >
                Take out
              </Button>
            ),
          },
        ]),
  ];

  return (
    <Section
      title={`Products (${count(collection.productCount)})`}
      lead="Newest first, as shoppers see them."
    >
      {isReadOnly ? null : <Adder onAdd={(product) => void change('addProductIds', product)} />}
      <Loaded query={products}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="Nothing is in it yet" />
          ) : (
            <>
              <DataTable
                label="Products of the collection"
                columns={columns}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ title }) => title}
                isStale={products.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Adder({ onAdd }: { onAdd: (product: Product) => void }) {
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const query = { query: words, limit: FOUND };
  const found = useQuery({
    queryKey: ['products', 'found', query],
    enabled: words.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask(api.GET('/api/admin/products', { params: { query }, signal })),
  });
  const items = words.length >= 2 ? (found.data?.items ?? []) : [];
  return (
    <div className="grid gap-2">
      <TextField
        id="collection-add"
        type="search"
        label="Add a product"
        placeholder="Words, or a whole SKU"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {items.length === 0 ? null : (
        <ul aria-label="Found products" className="divide-y divide-line rounded-sm border border-line">
          {items.map((product) => (
            <li key={product.id} className="flex items-center gap-3 px-3 py-1.5 text-sm">
              <span className="mr-auto">{product.title}</span>
              <Button aria-label={`Add ${product.title}`} onClick={() => onAdd(product)}>
                Add
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
