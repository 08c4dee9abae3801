'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Button } from '@/app/(merchant)/_ui/button';
import { SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { count } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { MemberList } from './member-list';

type Collection = Schema<'Collection'>;
type Named = Pick<Schema<'MerchantProduct'>, 'id' | 'title'>;

const FOUND = 8;

/** What is in a collection, in the order in which shoppers see it: each change is saved at once. */
export function CollectionProducts({
  collection,
  isReadOnly,
}: {
  collection: Collection;
  isReadOnly: boolean;
}) {
  const address = useAddress();
  const queries = useQueryClient();
  const toasts = useToasts();
  const cursor = address.get('cursor');
  const query = { ...(cursor ? { cursor } : {}), limit: 50 };
  const queryKey = ['collections', 'products', collection.id, collection.sort, query];
  const products = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/admin/collections/{id}/products', {
          params: { path: { id: collection.id }, query },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

  async function change(part: 'addProductIds' | 'removeProductIds', { id, title }: Named, isUndo = false) {
    try {
      await ask(
        api.PATCH('/api/admin/collections/{id}', {
          params: { path: { id: collection.id } },
          body: { [part]: [id] },
        }),
      );
      const isOut = part === 'removeProductIds';
      const product = { id, title };
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

  async function sortBy(sort: Collection['sort']) {
    try {
      const saved = await ask(
        api.PATCH('/api/admin/collections/{id}', {
          params: { path: { id: collection.id } },
          body: { sort },
        }),
      );
      queries.setQueryData(['collections', 'one', collection.id], saved);
      toasts.done(
        sort === 'manual' ? 'Shoppers see your own order now.' : 'Shoppers see the newest first now.',
      );
      if (address.get('cursor')) address.set({});
      await queries.invalidateQueries({ queryKey: ['collections'] });
    } catch (error) {
      toasts.failed(error);
    }
  }

  return (
    <Section
      title={`Products (${count(collection.productCount)})`}
      lead={
        collection.sort === 'newest'
          ? 'Newest first, as shoppers see them.'
          : isReadOnly
            ? 'In an order of their own, as shoppers see them.'
            : 'In your own order, as shoppers see them: drag a row, or use its arrows. What is new comes last.'
      }
    >
      {isReadOnly ? null : (
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <Adder onAdd={(product) => void change('addProductIds', product)} />
          <SelectField
            id="collection-sort"
            label="Order"
            value={collection.sort}
            onChange={({ target }) => void sortBy(target.value === 'manual' ? 'manual' : 'newest')}
          >
            <option value="newest">Newest first</option>
            <option value="manual">By hand</option>
          </SelectField>
        </div>
      )}
      <Loaded query={products}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty title={cursor ? 'There is nothing more' : 'Nothing is in it yet'} />
          ) : (
            <>
              <MemberList
                collection={collection}
                queryKey={queryKey}
                page={page}
                isFirstPage={!cursor}
                isReadOnly={isReadOnly}
                onTakeOut={(member) => void change('removeProductIds', member)}
              />
              <Pager nextCursor={page.nextCursor} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Adder({ onAdd }: { onAdd: (product: Named) => void }) {
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
