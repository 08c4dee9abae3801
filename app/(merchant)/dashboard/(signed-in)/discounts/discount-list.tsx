'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { buttonClass } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { DISCOUNT_STATES, type DiscountState } from '@/lib/discounts/model';
import {
  type Discount,
  DiscountStateBadge,
  STATE_WORDS,
  timeWords,
  usageWords,
  valueWords,
} from './discount-words';

const hrefOf = ({ id }: Discount) => `/dashboard/discounts/${id}`;

const COLUMNS: readonly Column<Discount>[] = [
  {
    key: 'code',
    head: 'Code',
    cell: (discount) => (
      <Link href={hrefOf(discount)} tabIndex={-1} className="font-medium break-words hover:underline">
        {discount.code}
      </Link>
    ),
  },
  { key: 'value', head: 'Gives', cell: valueWords },
  { key: 'state', head: 'State', cell: (discount) => <DiscountStateBadge discount={discount} /> },
  { key: 'when', head: 'When', cell: timeWords, isWideOnly: true },
  { key: 'used', head: 'Used', cell: usageWords, isFigure: true },
];

const STATES = DISCOUNT_STATES.map((value) => ({ value, label: STATE_WORDS[value] }));

/** All discount codes, newest first. */
export function DiscountList() {
  const address = useAddress();
  const mayWrite = useMay('discounts:write');
  const query = {
    ...(address.get('query') ? { query: address.get('query') } : {}),
    ...(address.get('state') ? { state: address.get('state') as DiscountState } : {}),
    ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}),
    limit: 50,
  };
  const discounts = useQuery({
    queryKey: ['discounts', query],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/discounts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  const add = mayWrite ? (
    <Link href="/dashboard/discounts/new" className={buttonClass('act')}>
      New discount
    </Link>
  ) : null;
  const isNarrowed = address.get('query') !== '' || address.get('state') !== '';
  return (
    <Page title="Discounts" actions={add}>
      <FilterBar names={['query', 'state']}>
        <SearchFilter label="Search discounts" placeholder="Beginning of a code" />
        <SelectFilter name="state" label="State" options={STATES} />
      </FilterBar>
      <Loaded query={discounts} lines={10}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            isNarrowed ? (
              <Empty title="No discounts here">Nothing fits this. Clear the filters to see all codes.</Empty>
            ) : (
              <Empty title="No discounts yet" action={add}>
                A code takes off a share, an amount, or the shipping, for whom and as long as you say.
              </Empty>
            )
          ) : (
            <>
              <DataTable
                label="Discounts"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ code }) => code}
                hrefOf={hrefOf}
                isStale={discounts.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
