'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button, buttonClass } from '@/app/(merchant)/_ui/button';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { count, dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Pager } from '@/app/(merchant)/_ui/pager';
import { Empty, Loaded, Skeleton } from '@/app/(merchant)/_ui/states';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { AdjustDialog } from '../adjust-dialog';
import { LevelBadge } from '../level-badge';

// Drawing is a large part of a page's code, and nobody needs it for anything else here.
const StockChart = dynamic(() => import('./stock-chart').then(({ StockChart: chart }) => chart), {
  ssr: false,
  loading: () => <Skeleton lines={5} />,
});

type Line = Schema<'StockLine'>;
type Movement = Schema<'StockMovement'>;

const PARENT = { href: '/dashboard/stock', label: 'Stock' };

/** What there is of one variant, what it was day by day, and everything that moved it. */
export function StockHistory() {
  const { id } = useParams<{ id: string }>();
  const line = useQuery({
    queryKey: ['stock', 'one', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/variants/{id}/stock', { params: { path: { id } }, signal })),
  });
  if (line.data) return <Shown line={line.data} />;
  return (
    <Page title="Stock" parent={PARENT}>
      <Loaded query={line}>{() => null}</Loaded>
    </Page>
  );
}

function Shown({ line }: { line: Line }) {
  const mayWrite = useMay('stock:write');
  const [isAdjusting, setIsAdjusting] = useState(false);
  const name = line.variantTitle === 'Default' ? line.title : `${line.title}, ${line.variantTitle}`;
  const facts = [
    ['Available', line.available === null ? 'not counted' : count(line.available)],
    ['Held by unpaid orders', line.held === null ? 'too many to add up' : count(line.held)],
    ['Runs low at', line.lowAt === null ? 'the shop’s level' : count(line.lowAt)],
    ['SKU', line.sku === '' ? '–' : line.sku],
  ];
  return (
    <Page
      title={name}
      parent={PARENT}
      aside={<LevelBadge line={line} />}
      actions={
        <>
          <Link href={`/dashboard/products/${line.productId}`} className={buttonClass()}>
            Open the product
          </Link>
          {mayWrite ? (
            <Button kind="act" onClick={() => setIsAdjusting(true)}>
              Adjust
            </Button>
          ) : null}
        </>
      }
    >
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt className="text-xs text-muted">{term}</dt>
            <dd className="figures text-lg font-semibold break-words">{fact}</dd>
          </div>
        ))}
      </dl>
      {line.available === null ? null : <Days id={line.variantId} />}
      <Movements id={line.variantId} />
      {isAdjusting ? <AdjustDialog line={line} name={name} onClose={() => setIsAdjusting(false)} /> : null}
    </Page>
  );
}

function Days({ id }: { id: string }) {
  const days = useQuery({
    queryKey: ['stock', 'days', id],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/admin/variants/{id}/stock/days', {
          params: { path: { id }, query: { days: 90 } },
          signal,
        }),
      ),
  });
  return (
    <Section title="The last 90 days" lead="Available at the end of each day of the shop’s time zone.">
      <Loaded query={days}>
        {(data) =>
          data.days.length === 0 ? (
            <p className="text-sm text-muted">Nothing has moved yet.</p>
          ) : (
            <>
              <StockChart days={data.days} />
              {data.isComplete ? null : (
                <p className="text-sm text-muted">
                  So much moved that only the latest {count(data.days.length)} days are shown.
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

const KINDS: Readonly<Record<Movement['kind'], string>> = {
  receive: 'Received',
  adjust: 'Adjusted',
  claim: 'Ordered',
  release: 'Released',
  restock: 'Put back',
};

const COLUMNS: readonly Column<Movement>[] = [
  { key: 'at', head: 'When', cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time> },
  { key: 'kind', head: 'What', cell: ({ kind }) => KINDS[kind] },
  {
    key: 'delta',
    head: 'Units',
    isFigure: true,
    cell: ({ delta }) => (delta > 0 ? `+${count(delta)}` : count(delta)),
  },
  {
    key: 'why',
    head: 'Why',
    cell: ({ orderId, reason }) =>
      orderId === null ? (
        <span className="break-words">{reason ?? '–'}</span>
      ) : (
        <Link href={`/dashboard/orders/${orderId}`} className="hover:underline">
          an order
        </Link>
      ),
  },
];

function Movements({ id }: { id: string }) {
  const address = useAddress();
  const query = { ...(address.get('cursor') ? { cursor: address.get('cursor') } : {}), limit: 50 };
  const movements = useQuery({
    queryKey: ['stock', 'movements', id, query],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/variants/{id}/stock/movements', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title="History" lead="From the ledger, newest first: nothing in it is ever changed.">
      <Loaded query={movements}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title="Nothing has moved yet" />
          ) : (
            <>
              <DataTable
                label="History"
                columns={COLUMNS}
                rows={items}
                idOf={(movement) => movement.id}
                nameOf={({ at }) => dateTime(at)}
                isStale={movements.isPlaceholderData}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
