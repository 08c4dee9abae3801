import type { Schema } from '@/app/(merchant)/_api/client';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { count, money } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Section } from '@/app/(merchant)/_ui/page';

type BestSeller = Schema<'Overview'>['bestSellers'][number];

const hrefOf = ({ productId }: BestSeller) => `/dashboard/products/${productId}`;

const COLUMNS: readonly Column<BestSeller>[] = [
  {
    key: 'title',
    head: 'Product',
    cell: (product) => (
      <Link href={hrefOf(product)} tabIndex={-1} className="font-medium hover:underline">
        {product.title}
      </Link>
    ),
  },
  { key: 'units', head: 'Units', cell: ({ units }) => count(units), isFigure: true },
  {
    key: 'before',
    head: 'Before',
    cell: ({ unitsBefore }) => count(unitsBefore),
    isFigure: true,
    isWideOnly: true,
  },
  {
    key: 'sales',
    head: 'Sales',
    isFigure: true,
    cell: ({ sales: [own, ...others] }) => (
      <>
        {own ? <span className="whitespace-nowrap">{money(own)}</span> : null}
        {others.length > 0 ? (
          <span className="block text-xs text-muted">and {others.map(money).join(', ')}</span>
        ) : null}
      </>
    ),
  },
];

/** What sold most, by units. */
export function BestSellers({ overview: { bestSellers } }: { overview: Schema<'Overview'> }) {
  return (
    <Section title="Best sellers">
      {bestSellers.length === 0 ? (
        <p className="text-sm text-muted">Nothing was sold in these days.</p>
      ) : (
        <DataTable
          label="Best sellers"
          columns={COLUMNS}
          rows={bestSellers}
          idOf={({ productId }) => productId}
          nameOf={({ title }) => title}
          hrefOf={hrefOf}
        />
      )}
    </Section>
  );
}
