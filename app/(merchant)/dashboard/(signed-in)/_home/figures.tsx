import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { count, money, percent } from '@/app/(merchant)/_ui/format';

type Overview = Schema<'Overview'>;

/** The four figures that say how it goes, each beside the one before. Amounts of other currencies stand under the shop's own. */
export function Figures({ overview }: { overview: Overview }) {
  const { orders, conversion, currencies } = overview;
  const [own, ...others] = currencies;
  if (own === undefined) return null;
  const sold = others.filter(({ now }) => now.orders > 0);
  const share = ({ carts, ordered }: Overview['conversion']['now']) => (carts === 0 ? null : ordered / carts);
  const [shareNow, shareBefore] = [share(conversion.now), share(conversion.before)];
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-md border border-line bg-paper lg:grid-cols-4">
      <Figure
        title="Sales"
        value={money(own.now.sales)}
        change={
          <Change now={own.now.sales.amount} before={own.before.sales.amount} was={money(own.before.sales)} />
        }
      >
        {sold.map(({ currency, now }) => (
          <span key={currency} className="block">
            and {money(now.sales)}
          </span>
        ))}
        {own.now.refunded.amount > 0 ? (
          <span className="block">{money(own.now.refunded)} went back meanwhile</span>
        ) : null}
      </Figure>
      <Figure
        title="Orders"
        value={count(orders.now)}
        change={<Change now={orders.now} before={orders.before} was={count(orders.before)} />}
      >
        Paid, in all currencies
      </Figure>
      <Figure
        title="Conversion"
        value={shareNow === null ? '–' : percent(shareNow)}
        change={
          shareNow === null || shareBefore === null ? null : (
            <Change now={shareNow} before={shareBefore} was={percent(shareBefore)} />
          )
        }
      >
        {shareNow === null
          ? 'No carts were begun'
          : `Of ${count(conversion.now.carts)} carts with something in them, ${count(conversion.now.ordered)} became paid orders`}
      </Figure>
      <Figure
        title="Average order"
        value={own.now.average === null ? '–' : money(own.now.average)}
        change={
          own.now.average === null || own.before.average === null ? null : (
            <Change
              now={own.now.average.amount}
              before={own.before.average.amount}
              was={money(own.before.average)}
            />
          )
        }
      >
        {sold.map(({ currency, now }) =>
          now.average === null ? null : (
            <span key={currency} className="block">
              and {money(now.average)}
            </span>
          ),
        )}
      </Figure>
    </dl>
  );
}

function Figure({
  title,
  value,
  change,
  children,
}: {
  title: string;
  value: string;
  change: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="-mr-px -mb-px grid content-start gap-1 border-r border-b border-line p-4">
      <dt className="text-sm text-muted">{title}</dt>
      <dd className="figures text-title font-semibold">{value}</dd>
      <dd className="figures text-sm">{change}</dd>
      <dd className="figures text-xs text-muted">{children}</dd>
    </div>
  );
}

/** How it moved, in words that do not need their colour. */
function Change({ now, before, was }: { now: number; before: number; was: string }) {
  if (before === 0) return <span className="text-muted">{now === 0 ? 'As before' : `${was} before`}</span>;
  const share = (now - before) / before;
  if (Math.abs(share) < 0.0005) return <span className="text-muted">As before</span>;
  const isUp = share > 0;
  const Arrow = isUp ? ArrowUp : ArrowDown;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <span className={`inline-flex items-center gap-0.5 font-medium ${isUp ? 'text-good' : 'text-bad'}`}>
        <Arrow aria-hidden className="size-3.5" />
        <span className="sr-only">{isUp ? 'Up' : 'Down'} </span>
        {percent(Math.abs(share))}
      </span>
      <span className="text-muted">{was} before</span>
    </span>
  );
}
