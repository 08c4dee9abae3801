'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { CLOSED, closeCartDrawer, readCartDrawer, subscribeToCartDrawer } from './cart-drawer-state';

/** Its code comes when it is first opened: most pages are looked at without buying. */
export const loadCartDrawer = () => import('./cart-drawer');
const CartDrawer = lazy(() => loadCartDrawer().then((loaded) => ({ default: loaded.CartDrawer })));

/** Where the drawer lives on every page. Another page closes it. */
export function CartDrawerHost() {
  const { isOpen, said } = useSyncExternalStore(subscribeToCartDrawer, readCartDrawer, () => CLOSED);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the way from page to page that closes it.
  useEffect(() => closeCartDrawer, [pathname]);
  if (!isOpen) return null;
  return (
    <Suspense>
      <CartDrawer said={said} />
    </Suspense>
  );
}
