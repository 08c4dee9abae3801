'use client';

import { usePathname } from 'next/navigation';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { openCartDrawer } from './cart-drawer-state';
import { useStoredCart } from './use-stored-cart';

/** Where the cart is on the page already. */
const HAS_CART = /\/(cart|checkout)$/;

/** The way to the cart, with how many units this browser put into it: a drawer, or where there is no script a page. */
export function CartLink() {
  const { market, t } = useText();
  const pathname = usePathname();
  const count = useStoredCart().lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <ShopLink
      market={market}
      to="/cart"
      className="nav-link"
      aria-label={count === 0 ? t('common.cart') : t('common.cartCount', { count })}
      onClick={(event) => {
        if (HAS_CART.test(pathname) || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        openCartDrawer();
      }}
    >
      {t('common.cart')}
      <span className="figures ml-1.5 inline-block min-w-[1ch] font-semibold text-act">
        {count === 0 ? null : count}
      </span>
    </ShopLink>
  );
}
