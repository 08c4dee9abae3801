'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { FilterBar, SearchFilter, SelectFilter } from '@/app/(merchant)/_ui/filters';
import { ago, count, dateTime, money } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { Tag } from './tags';

type Customer = Schema<'Customer'>;

const PAGE = 50;
/** How many calls one page may take: each looks for a name among 20,000 orders at most. */
const MOST_CALLS = 10;

const hrefOf = ({ id }: Customer) => `/dashboard/customers/${id}`;

const COLUMNS: readonly Column<Customer>[] = [
  {
    key: 'name',
    head: 'Customer',
    cell: (customer) => (
      <span className="grid min-w-0">
        <Link href={hrefOf(customer)} tabIndex={-1} className="w-fit truncate font-medium hover:underline">
          {customer.name ?? customer.email}
        </Link>
        {customer.name === null ? null : (
          <span className="truncate text-xs text-muted">{customer.email}</span>
        )}
      </span>
    ),
  },
  {
    key: 'account',
    head: 'Account',
    cell: ({ registered }) => (registered ? 'yes' : <span className="text-muted">guest</span>),
    isWideOnly: true,
  },
  {
    key: 'tags',
    head: 'Tags',
    cell: ({ tags }) => (
      <span className="flex flex-wrap gap-1">
        {tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </span>
    ),
    isWideOnly: true,
  },
  {
    key: 'last',
    head: 'Last order',
    cell: ({ lastOrderAt }) =>
      lastOrderAt === null ? (
        <span className="text-muted">none</span>
      ) : (
        <time dateTime={lastOrderAt} title={dateTime(lastOrderAt)} className="whitespace-nowrap">
          {ago(lastOrderAt)}
        </time>
      ),
    isWideOnly: true,
  },
  { key: 'orders', head: 'Orders', cell: ({ orderCount }) => count(orderCount), isFigure: true },
  {
    key: 'spent',
    head: 'Value',
    cell: ({ spent }) => (spent.length === 0 ? '–' : spent.map(money).join(', ')),
    isFigure: true,
  },
];

/** A page of the list. A name may lie further back than one call looks: it looks on until the page is full. */
async function readCustomers(query: string, tag: string, cursor: string, signal: AbortSignal) {
  const items: Customer[] = [];
  let next: string | null = cursor;
  for (let call = 0; call < MOST_CALLS && next !== null && items.length < PAGE; call += 1) {
    const params = {
      query: {
        limit: PAGE - items.length,
        ...(query === '' ? {} : { query }),
        ...(tag === '' ? {} : { tag }),
        ...(next === '' ? {} : { cursor: next }),
      },
    };
    const page: { items: Customer[]; nextCursor: string | null } = await ask(
      api.GET('/api/admin/customers', { params, signal }),
    );
    items.push(...page.items);
    next = page.nextCursor;
  }
  return { items, nextCursor: next };
}

/** Everybody who has bought something or has an account, whoever did something last first. */
export function CustomerList() {
  const address = useAddress();
  const [query, tag, cursor] = [address.get('query'), address.get('tag'), address.get('cursor')];
  const customers = useQuery({
    queryKey: ['customers', 'list', query, tag, cursor],
    queryFn: ({ signal }) => readCustomers(query, tag, cursor, signal),
    placeholderData: keepPreviousData,
  });
  const tags = useQuery({
    queryKey: ['customers', 'tags'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/customers/tags', { signal })),
  });
  const options = (tags.data?.items ?? []).map(({ tag: value, count: many }) => ({
    value,
    label: `${value} (${count(many)})`,
  }));
  const isTagKnown = tag === '' || options.some(({ value }) => value === tag);
  return (
    <Page title="Customers">
      <FilterBar names={['query', 'tag']}>
        <SearchFilter label="Search customers" placeholder="E-mail or name" />
        {options.length > 0 || tag !== '' ? (
          <SelectFilter
            name="tag"
            label="Tag"
            options={isTagKnown ? options : [...options, { value: tag, label: tag }]}
          />
        ) : null}
      </FilterBar>
      <Loaded query={customers} lines={12}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <Empty title={nextCursor === null ? 'Nobody here' : 'Nobody so far'}>
                {nextCursor !== null
                  ? 'Nobody among the orders that were looked through. Older ones are on the next page.'
                  : query === '' && tag === ''
                    ? 'Whoever orders or makes an account shows up here.'
                    : 'Nobody fits this. Clear the filters to see all customers.'}
              </Empty>
            ) : (
              <DataTable
                label="Customers"
                columns={COLUMNS}
                rows={items}
                idOf={({ id }) => id}
                nameOf={({ email }) => email}
                hrefOf={hrefOf}
                isStale={customers.isPlaceholderData}
              />
            )}
            <Pager nextCursor={nextCursor} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
