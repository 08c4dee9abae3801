'use client';

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { count, LOCALE } from '@/app/(merchant)/_ui/format';

export type Day = {
  readonly day: string;
  readonly level: number;
  readonly adjusted: number;
  readonly sold: number;
};

const SHORT = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const dayWords = (day: string) => SHORT.format(new Date(`${day}T00:00:00Z`));

/** What was free at the end of each day, as a shape; the same as a table for those who do not see it. */
export function StockChart({ days }: { days: readonly Day[] }) {
  return (
    <>
      <div aria-hidden className="h-56 w-full text-xs">
        <ResponsiveContainer width="100%" height="100%">
          <AreaChart
            data={[...days]}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--color-line)" />
            <XAxis
              dataKey="day"
              tickFormatter={dayWords}
              minTickGap={48}
              tickLine={false}
              axisLine={false}
              stroke="var(--color-muted)"
            />
            <YAxis
              allowDecimals={false}
              width={48}
              tickFormatter={count}
              tickLine={false}
              axisLine={false}
              stroke="var(--color-muted)"
            />
            <Tooltip
              labelFormatter={(day) => dayWords(String(day))}
              formatter={(value) => [count(Number(value)), 'Available']}
              contentStyle={{
                background: 'var(--color-paper)',
                border: '1px solid var(--color-line)',
                color: 'var(--color-ink)',
              }}
            />
            <Area
              type="stepAfter"
              dataKey="level"
              stroke="var(--color-act)"
              fill="var(--color-act)"
              fillOpacity={0.12}
              strokeWidth={2}
              isAnimationActive={false}
            />
          </AreaChart>
        </ResponsiveContainer>
      </div>
      <table className="sr-only">
        <caption>Units by day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Available at its end</th>
            <th scope="col">Received or corrected</th>
            <th scope="col">Sold</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, level, adjusted, sold }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{count(level)}</td>
              <td>{count(adjusted)}</td>
              <td>{count(sold)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
