'use client';

import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { useStoredCart } from './use-stored-cart';

/** The way to the cart, with how many units this browser put into it. */
export function CartLink() {
  const { market, t } = useText();
  const count = useStoredCart().lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <ShopLink
      market={market}
      to="/cart"
      className="nav-link"
      aria-label={count === 0 ? t('common.cart') : t('common.cartCount', { count })}
    >
      {t('common.cart')}
      {count === 0 ? null : <span className="figures ml-1.5 font-semibold text-act">{count}</span>}
    </ShopLink>
  );
}
