'use client';

import { OrderedLines } from '@/app/components/orders/ordered-lines';
import { findStoredOrder } from '@/app/components/orders/stored-orders';
import { TotalsTable } from '@/app/components/orders/totals-table';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import { OrderStanding } from './order-standing';
import { OrderSteps } from './order-steps';
import { Recipient } from './recipient';
import { useOrder } from './use-order';

/** An order: how it stands, what to do about it, what is in it. It keeps itself up to date. */
export function OrderView() {
  const { market, t } = useText();
  const { state, accept, look } = useOrder();
  if (state.kind === 'loading') {
    return (
      <div className="needs-script grid gap-6">
        <h1 className="display text-display">{t('order.title')}</h1>
        <p className="text-lg text-muted">{t('common.loading')}</p>
      </div>
    );
  }
  if (state.kind === 'not-found') {
    return (
      <div className="grid justify-items-start gap-6">
        <h1 className="display text-display">{t('order.notFound')}</h1>
        <p className="max-w-[38rem] text-lg">{t('order.notFoundText')}</p>
        <div className="flex flex-wrap gap-4">
          <ShopLink market={market} to="/account" className={buttonClass('act')}>
            {t('order.toAccount')}
          </ShopLink>
          <ShopLink market={market} to="/contact" className={buttonClass('plain')}>
            {t('order.writeToUs')}
          </ShopLink>
        </div>
      </div>
    );
  }
  const { order } = state;
  return (
    <>
      <header className="grid gap-2">
        <p className="figures text-muted">{t('order.number', { number: String(order.number) })}</p>
        <h1 className="display text-display">{t(`order.${order.status}`)}</h1>
        <p role="status" className="sr-only">
          {t('order.statusIs', { status: t(`order.${order.status}`) })}
        </p>
      </header>
      {state.isCutOff ? (
        <Notice role="status" title={t('order.connection')}>
          <p>{t('order.connectionText')}</p>
        </Notice>
      ) : null}
      <div className="grid gap-12 md:grid-cols-12 md:gap-x-16">
        <div className="grid content-start gap-8 md:col-span-7">
          <OrderSteps order={order} />
          <OrderStanding order={order} clockLagMs={state.clockLagMs} onOrder={accept} onLook={look} />
        </div>
        <section aria-labelledby="items" className="grid content-start gap-4 md:col-span-5">
          <h2 id="items" className="display text-title">
            {t('order.items')}
          </h2>
          <OrderedLines lines={order.lines} looks={findStoredOrder(order.id)?.lines ?? []} />
          <TotalsTable totals={order} subtotal={order.subtotal} />
          <Recipient order={order} />
        </section>
      </div>
    </>
  );
}
