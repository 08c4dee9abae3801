'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { SelectField } from '@/app/(merchant)/_ui/field';
import { count, money } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { Skeleton } from '@/app/(merchant)/_ui/states';
import { longPoint, shortPoint } from './period-words';

// What draws it is as large as the rest of the page: it comes after the figures.
const SalesChart = dynamic(() => import('./sales-chart').then((module) => module.SalesChart), {
  ssr: false,
  loading: () => <Skeleton lines={8} />,
});

type Sales = Schema<'Overview'>['currencies'][number];

/** The period as a shape, over the one before it; as a table for those who do not see it. */
export function SalesSection({ overview }: { overview: Schema<'Overview'> }) {
  const [chosen, setChosen] = useState('');
  const [what, setWhat] = useState<'sales' | 'orders'>('sales');
  const sales = overview.currencies.find(({ currency }) => currency === chosen) ?? overview.currencies[0];
  if (sales === undefined) return null;
  const title = what === 'sales' ? `Sales in ${sales.currency}` : `Orders paid in ${sales.currency}`;
  return (
    <Section
      title={title}
      actions={
        <>
          <SelectField
            id="chart-what"
            label="What the chart shows"
            isLabelHidden
            value={what}
            onChange={(event) => setWhat(event.target.value === 'orders' ? 'orders' : 'sales')}
          >
            <option value="sales">Sales</option>
            <option value="orders">Orders</option>
          </SelectField>
          {overview.currencies.length > 1 ? (
            <SelectField
              id="chart-currency"
              label="Currency"
              isLabelHidden
              value={sales.currency}
              onChange={(event) => setChosen(event.target.value)}
            >
              {overview.currencies.map(({ currency }) => (
                <option key={currency}>{currency}</option>
              ))}
            </SelectField>
          ) : null}
        </>
      }
    >
      <p aria-hidden className="flex gap-4 text-xs text-muted">
        <span className="inline-flex items-center gap-1.5">
          <span className="h-0.5 w-4 bg-act" /> This period
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="w-4 border-t-2 border-dashed border-edge" /> The one before
        </span>
      </p>
      <SalesChart
        currency={sales.currency}
        what={what}
        points={sales.points.map(({ at, now, before }) => ({
          at,
          beforeAt: before?.at ?? null,
          now: now === null ? null : figureOf(now, what),
          before: before === null ? null : figureOf(before, what),
        }))}
      />
      <PointsTable title={title} sales={sales} what={what} unit={overview.unit} />
    </Section>
  );
}

type Value = NonNullable<Sales['points'][number]['now']>;

const figureOf = (value: Value, what: 'sales' | 'orders') =>
  what === 'sales' ? value.sales.amount : value.orders;

function PointsTable({
  title,
  sales,
  what,
  unit,
}: {
  title: string;
  sales: Sales;
  what: 'sales' | 'orders';
  unit: 'hour' | 'day';
}) {
  const told = (value: Value | null) =>
    value === null ? 'Not yet' : what === 'sales' ? money(value.sales) : count(value.orders);
  return (
    <div className="sr-only">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{unit === 'hour' ? 'Hour' : 'Day'}</th>
            <th scope="col">This period</th>
            <th scope="col">The one before</th>
          </tr>
        </thead>
        <tbody>
          {sales.points.map(({ at, now, before }) => (
            <tr key={at}>
              <th scope="row">{longPoint(at)}</th>
              <td>{told(now)}</td>
              <td>{before === null ? '–' : `${told(before)} (${shortPoint(before.at)})`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
