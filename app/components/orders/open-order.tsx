'use client';

import { useEffect, useState } from 'react';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Notice } from '@/app/components/ui/notice';
import { orderPath, readStoredOrders, type StoredOrder } from './stored-orders';

/** Reminds of an order of this browser that is held and not paid yet. */
export function OpenOrder() {
  const { market, t } = useText();
  const [open, setOpen] = useState<StoredOrder>();
  useEffect(() => {
    const now = new Date().toISOString();
    setOpen(readStoredOrders().find((order) => order.isOpen && order.expiresAt > now));
  }, []);
  if (open === undefined) return null;
  return (
    <Notice>
      <p>
        {t('cart.waiting')}{' '}
        <ShopLink market={market} to={orderPath(open)} className="text-act underline underline-offset-4">
          {t('cart.waitingLink')}
        </ShopLink>
      </p>
    </Notice>
  );
}
