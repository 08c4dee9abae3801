import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { count } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Section } from '@/app/(merchant)/_ui/page';

type Low = Schema<'Overview'>['runningOut']['items'][number];

const hrefOf = ({ productId }: Low) => `/dashboard/products/${productId}`;

const COLUMNS: readonly Column<Low>[] = [
  {
    key: 'title',
    head: 'Variant',
    cell: (low) => (
      <>
        <Link href={hrefOf(low)} tabIndex={-1} className="font-medium hover:underline">
          {low.title}
        </Link>
        <span className="block text-xs text-muted">{[low.options, low.sku].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  { key: 'available', head: 'Left', cell: ({ available }) => count(available), isFigure: true },
  { key: 'sold', head: 'Sold in 7 days', cell: ({ sold }) => count(sold), isFigure: true, isWideOnly: true },
  { key: 'lasts', head: 'Lasts', cell: (low) => <Lasts low={low} /> },
];

/** What will be gone soon at the pace of the last week, or is. */
export function RunningOut({ overview: { runningOut } }: { overview: Schema<'Overview'> }) {
  const { items, count: all } = runningOut;
  return (
    <Section
      title="Running out"
      actions={
        all > items.length ? (
          <Link href="/dashboard/stock" className="text-sm underline underline-offset-4">
            See all {count(all)}
          </Link>
        ) : null
      }
    >
      {items.length === 0 ? (
        <p className="text-sm text-muted">There is enough of everything for more than a week.</p>
      ) : (
        <DataTable
          label="Running out"
          columns={COLUMNS}
          rows={items}
          idOf={({ variantId }) => variantId}
          nameOf={({ title, options }) => `${title} ${options}`}
          hrefOf={hrefOf}
        />
      )}
    </Section>
  );
}

function Lasts({ low: { available, daysLeft } }: { low: Low }) {
  if (available === 0) return <Badge tone="bad">sold out</Badge>;
  if (daysLeft === null) return <Badge>few left</Badge>;
  return (
    <Badge tone="warn">
      {daysLeft < 1 ? 'under a day' : daysLeft === 1 ? '1 day' : `${count(daysLeft)} days`}
    </Badge>
  );
}
