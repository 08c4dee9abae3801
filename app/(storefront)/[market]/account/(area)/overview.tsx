'use client';

import type { OwnOrder } from '@/app/components/orders/stored-orders';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import type { SavedAddress } from '@/lib/customers/model';
import { AddressLines } from './addresses/address-lines';
import { useArea } from './area-context';
import { AreaTitle } from './area-title';
import { OrderList } from './orders/order-list';
import { Standing } from './standing';
import { useOwn } from './use-own';

const LATEST = 3;

/** The latest orders, and where the next one would go. */
export function Overview() {
  const { market, t } = useText();
  const { customer } = useArea();
  const orders = useOwn<{ items: readonly OwnOrder[] }>(`/api/account/orders?limit=${LATEST}`);
  const addresses = useOwn<{ items: readonly SavedAddress[] }>('/api/account/addresses');
  const address = addresses.value?.items[0];
  return (
    <>
      <AreaTitle>
        {customer.name === null ? t('account.title') : t('account.hello', { name: customer.name })}
      </AreaTitle>
      <section aria-labelledby="latest" className="grid gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="latest" className="display text-title">
            {t('account.latestOrders')}
          </h2>
          <ShopLink
            market={market}
            to="/account/orders"
            className="py-2 text-sm underline underline-offset-4"
          >
            {t('account.allOrders')}
          </ShopLink>
        </div>
        {orders.value === undefined ? (
          <Standing problem={orders.problem} onTryAgain={orders.read} />
        ) : (
          <OrderList orders={orders.value.items} />
        )}
      </section>
      <section aria-labelledby="address" className="grid gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="address" className="display text-title">
            {t('account.addresses')}
          </h2>
          <ShopLink
            market={market}
            to="/account/addresses"
            className="py-2 text-sm underline underline-offset-4"
          >
            {t('account.edit')}
          </ShopLink>
        </div>
        {addresses.value === undefined ? (
          <Standing problem={addresses.problem} onTryAgain={addresses.read} />
        ) : (
          <div className="border-t border-line pt-4">
            {address === undefined ? (
              <p className="max-w-[38rem] text-muted">
                {t('account.noAddresses')} {t('account.noAddressesText')}
              </p>
            ) : (
              <AddressLines address={address} />
            )}
          </div>
        )}
      </section>
    </>
  );
}
