'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button, buttonClass } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { count, money } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { PRODUCT_STATUSES, STOCK_STATES } from '@/lib/catalog/model';
import { NewProductDialog } from './new-product-dialog';
import { ProductStatusBadge } from './product-status';
import { ProductTabs } from './product-tabs';
import { useCollections, useVendors } from './use-choices';

type Product = Schema<'MerchantProduct'>;

const hrefOf = ({ id }: Product) => `/dashboard/products/${id}`;

const COLUMNS: readonly Column<Product>[] = [
  {
    key: 'title',
    head: 'Product',
    cell: (product) => (
      <span className="flex items-center gap-3">
        <Thumbnail url={product.images[0]?.url} />
        <Link href={hrefOf(product)} tabIndex={-1} className="font-medium hover:underline">
          {product.title}
        </Link>
      </span>
    ),
  },
  { key: 'status', head: 'Status', cell: (product) => <ProductStatusBadge product={product} /> },
  { key: 'stock', head: 'Available', isFigure: true, isWideOnly: true, cell: stockWords },
  { key: 'price', head: 'Price', isFigure: true, cell: priceWords },
  { key: 'vendor', head: 'Vendor', isWideOnly: true, cell: ({ vendor }) => vendor },
];

function Thumbnail({ url }: { url: string | undefined }) {
  if (url === undefined) return <span aria-hidden className="size-9 shrink-0 rounded-sm bg-ground" />;
  return (
    // biome-ignore lint/performance/noImgElement: the shop's own renderings, already of the size that is shown
    <img
      src={url.replace(/-800\.webp$/, '-400.webp')}
      alt=""
      loading="lazy"
      className="size-9 shrink-0 rounded-sm bg-ground object-cover"
    />
  );
}

function stockWords({ variants }: Product): string {
  const counted = variants.flatMap(({ stock }) => stock ?? []);
  const units = counted.reduce((sum, stock) => sum + stock, 0);
  if (counted.length === 0) return 'not counted';
  return variants.length === 1 ? count(units) : `${count(units)} in ${count(variants.length)}`;
}

function priceWords({ variants }: Product): string {
  const amounts = variants.map(({ price }) => price.amount);
  const [first] = variants;
  if (first === undefined) return '–';
  const { currency } = first.price;
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  return low === high ? money({ amount: low, currency }) : `from ${money({ amount: low, currency })}`;
}

const STATUSES = PRODUCT_STATUSES.map((value) => ({ value, label: value }));
const STOCK = [
  { value: 'out', label: 'Sold out' },
  { value: 'low', label: 'Low' },
  { value: 'not-counted', label: 'Not counted' },
];

/** All products, drafts and archived ones too, newest first; what they are narrowed to stands in the address. */
export function ProductList() {
  const address = useAddress();
  const mayWrite = useMay('products:write');
  const mayImport = useMay('imports:write');
  const [isMaking, setIsMaking] = useState(false);
  const vendors = useVendors();
  const collections = useCollections();
  const status = PRODUCT_STATUSES.find((one) => one === address.get('status'));
  const stock = STOCK_STATES.find((one) => one === address.get('stock'));
  const text = (name: string) => (address.get(name) === '' ? {} : { [name]: address.get(name) });
  const query = {
    ...(status ? { status } : {}),
    ...(stock ? { stock } : {}),
    ...text('query'),
    ...text('vendor'),
    ...text('collectionId'),
    ...text('cursor'),
    limit: 50,
  };
  const products = useQuery({
    queryKey: ['products', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/products', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Products"
      actions={
        <>
          {mayImport ? (
            <Link href="/dashboard/imports" className={buttonClass()}>
              Import
            </Link>
          ) : null}
          {mayWrite ? (
            <Button kind="act" onClick={() => setIsMaking(true)}>
              New product
            </Button>
          ) : null}
        </>
      }
    >
      <ProductTabs />
      <FilterBar names={['query', 'status', 'vendor', 'collectionId', 'stock']}>
        <SearchFilter label="Search products" placeholder="Words, or a whole SKU" />
        <SelectFilter name="status" label="Status" options={STATUSES} />
        <SelectFilter name="stock" label="Stock" options={STOCK} />
        <SelectFilter
          name="vendor"
          label="Vendor"
          options={vendors.map((value) => ({ value, label: value }))}
        />
        <SelectFilter
          name="collectionId"
          label="Collection"
          options={collections.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </FilterBar>
      <Loaded query={products} lines={12}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No products here">Nothing fits this. Clear the filters to see all products.</Empty>
          ) : (
            <>
              <DataTable
                label="Products"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ title }) => title}
                hrefOf={hrefOf}
                isStale={products.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {isMaking ? <NewProductDialog onClose={() => setIsMaking(false)} /> : null}
    </Page>
  );
}
