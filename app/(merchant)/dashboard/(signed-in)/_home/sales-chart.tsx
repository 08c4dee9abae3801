'use client';

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { count, LOCALE, money } from '@/app/(merchant)/_ui/format';
import { currencyDecimals } from '@/lib/kernel/currency';
import { longPoint, shortPoint } from './period-words';

export type ChartPoint = {
  readonly at: string;
  readonly beforeAt: string | null;
  readonly now: number | null;
  readonly before: number | null;
};

type Props = {
  readonly points: readonly ChartPoint[];
  readonly what: 'sales' | 'orders';
  readonly currency: string;
};

const TICK = { fill: 'var(--color-muted)', fontSize: 12 };

/** The two periods as lines. Drawn for the eye alone: the table beside it says the same. */
export function SalesChart({ points, what, currency }: Props) {
  const inFull = (value: number) => (what === 'sales' ? money({ amount: value, currency }) : count(value));
  return (
    <div aria-hidden className="h-64 text-xs">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="at"
            tickFormatter={shortPoint}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: 'var(--color-line)' }}
            minTickGap={32}
          />
          <YAxis
            tickFormatter={(value: number) => onAxis(value, what, currency)}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={64}
            allowDecimals={false}
          />
          <Tooltip
            cursor={{ stroke: 'var(--color-edge)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as ChartPoint | undefined;
              return active && point ? <Told point={point} inFull={inFull} /> : null;
            }}
          />
          <Line
            dataKey="before"
            type="monotone"
            stroke="var(--color-edge)"
            strokeDasharray="4 4"
            strokeWidth={1.5}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Area
            dataKey="now"
            type="monotone"
            stroke="var(--color-act)"
            strokeWidth={2}
            fill="var(--color-act)"
            fillOpacity={0.08}
            dot={points.length === 1}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function onAxis(value: number, what: Props['what'], currency: string): string {
  const short = { notation: 'compact', maximumFractionDigits: 1 } as const;
  if (what === 'orders') return new Intl.NumberFormat(LOCALE, short).format(value);
  return new Intl.NumberFormat(LOCALE, { ...short, style: 'currency', currency }).format(
    value / 10 ** currencyDecimals(currency),
  );
}

function Told({ point, inFull }: { point: ChartPoint; inFull: (value: number) => string }) {
  return (
    <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1 rounded-sm border border-line bg-paper px-3 py-2 text-ink shadow-lg">
      <dt>{longPoint(point.at)}</dt>
      <dd className="figures text-right font-semibold">
        {point.now === null ? 'not yet' : inFull(point.now)}
      </dd>
      {point.before === null || point.beforeAt === null ? null : (
        <>
          <dt className="text-muted">{longPoint(point.beforeAt)}</dt>
          <dd className="figures text-right text-muted">{inFull(point.before)}</dd>
        </>
      )}
    </dl>
  );
}
