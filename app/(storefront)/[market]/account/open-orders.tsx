'use client';

import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Notice } from '@/app/components/ui/notice';
import type { OpenOrder } from '@/lib/customers/model';

/** Why nothing was erased: the orders that are under way, each with the way to it. */
export function OpenOrders({ orders }: { orders: readonly OpenOrder[] }) {
  const { market, t } = useText();
  return (
    <Notice role="alert" title={t('account.eraseOpen')}>
      <p>{t('account.eraseOpenText')}</p>
      <ul className="figures grid">
        {orders.map(({ id, number }) => (
          <li key={id}>
            <ShopLink
              market={market}
              to={`/orders/${id}`}
              className="inline-block py-2 underline underline-offset-4"
            >
              {t('account.orderOf', { number: String(number) })}
            </ShopLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
