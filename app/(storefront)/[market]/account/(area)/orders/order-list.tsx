'use client';

import type { OwnOrder } from '@/app/components/orders/stored-orders';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { formatMoney } from '@/lib/kernel/money';
import { useArea } from '../area-context';

/** Orders, each with what tells it from the others; or that there are none. */
export function OrderList({ orders }: { orders: readonly OwnOrder[] }) {
  const { t } = useText();
  const { customer } = useArea();
  if (orders.length === 0) {
    return (
      <div className="grid gap-1 border-t border-line pt-4">
        <p>{t('account.noOrders')}</p>
        <p className="text-muted">{t('account.noOrdersText', { email: customer.email })}</p>
      </div>
    );
  }
  return (
    <ul className="border-t border-line">
      {orders.map((order) => (
        <OrderRow key={order.id} order={order} />
      ))}
    </ul>
  );
}

function OrderRow({ order }: { order: OwnOrder }) {
  const { market, t } = useText();
  const placedAt = new Intl.DateTimeFormat(market.locale, { dateStyle: 'medium' });
  const [line, ...others] = order.lines;
  const what =
    others.length === 0
      ? (line?.title ?? '')
      : t('account.linesAndMore', { title: line?.title ?? '', count: others.length });
  return (
    <li className="figures grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 border-b border-line py-4">
      {/* No token in the address: whoever is signed in needs none. */}
      <ShopLink
        market={market}
        to={`/orders/${order.id}`}
        className="justify-self-start underline underline-offset-4"
      >
        {t('account.orderOf', { number: String(order.number) })}
      </ShopLink>
      <span className="text-right">{formatMoney(order.total, market.locale)}</span>
      <span className="truncate text-muted">{what}</span>
      <span className="text-right text-muted">{t(`order.${order.status}`)}</span>
      <time dateTime={order.createdAt} className="col-span-2 text-sm text-muted">
        {placedAt.format(new Date(order.createdAt))}
      </time>
    </li>
  );
}
