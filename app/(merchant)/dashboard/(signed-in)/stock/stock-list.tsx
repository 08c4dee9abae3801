'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { count } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { STOCK_STATES } from '@/lib/catalog/model';
import { AdjustDialog } from './adjust-dialog';
import { BookNotice } from './book-notice';
import { LevelBadge } from './level-badge';
import { StockTabs } from './stock-tabs';

type Line = Schema<'StockLine'>;

const hrefOf = ({ variantId }: Line) => `/dashboard/stock/${variantId}`;
const nameOf = ({ title, variantTitle }: Line) =>
  variantTitle === 'Default' || variantTitle === '' ? title : `${title}, ${variantTitle}`;
const STATES = [
  { value: 'out', label: 'Sold out' },
  { value: 'low', label: 'Low' },
  { value: 'not-counted', label: 'Not counted' },
];

const figure = (value: number | null) => (value === null ? '–' : count(value));

const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'variant',
    head: 'Variant',
    cell: (line) => (
      <Link href={hrefOf(line)} tabIndex={-1} className="font-medium hover:underline">
        {nameOf(line)}
      </Link>
    ),
  },
  { key: 'sku', head: 'SKU', cell: ({ sku }) => sku, isWideOnly: true },
  { key: 'state', head: 'State', cell: (line) => <LevelBadge line={line} />, isWideOnly: true },
  { key: 'available', head: 'Available', isFigure: true, cell: ({ available }) => figure(available) },
  {
    key: 'held',
    head: <span title="Units that unpaid orders hold">Held</span>,
    isFigure: true,
    isWideOnly: true,
    cell: ({ held }) => figure(held),
  },
  {
    key: 'low',
    head: 'Low at',
    isFigure: true,
    isWideOnly: true,
    cell: ({ lowAt }) => (lowAt === null ? <span className="text-muted">shop’s</span> : count(lowAt)),
  },
];

/** What there is of each variant, narrowed in the address, and changed in place. */
export function StockList() {
  const address = useAddress();
  const mayWrite = useMay('stock:write');
  const [adjusted, setAdjusted] = useState<Line>();
  const state = STOCK_STATES.find((one) => one === address.get('state'));
  const query = {
    ...(state ? { state } : {}),
    ...(address.get('query') ? { query: address.get('query') } : {}),
    ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}),
    limit: 50,
  };
  const lines = useQuery({
    queryKey: ['stock', 'levels', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/stock', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  const change: Column<Line> = {
    key: 'change',
    head: <span className="sr-only">Change</span>,
    isFigure: true,
    cell: (line) => (
      <Button kind="quiet" aria-label={`Adjust ${nameOf(line)}`} onClick={() => setAdjusted(line)}>
        Adjust
      </Button>
    ),
  };
  return (
    <Page title="Stock">
      <StockTabs />
      <BookNotice />
      <FilterBar names={['query', 'state']}>
        <SearchFilter label="Search stock" placeholder="Words of the product, or a whole SKU" />
        <SelectFilter name="state" label="State" options={STATES} />
      </FilterBar>
      <Loaded query={lines} lines={12}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="No variants here">Nothing fits this. Clear the filters to see all variants.</Empty>
          ) : (
            <>
              <DataTable
                label="Stock"
                columns={mayWrite ? [...COLUMNS, change] : COLUMNS}
                rows={items}
                idOf={({ variantId }) => variantId}
                nameOf={nameOf}
                hrefOf={hrefOf}
                isStale={lines.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
      {adjusted ? (
        <AdjustDialog
          key={adjusted.variantId}
          line={adjusted}
          name={nameOf(adjusted)}
          onClose={() => setAdjusted(undefined)}
        />
      ) : null}
    </Page>
  );
}
