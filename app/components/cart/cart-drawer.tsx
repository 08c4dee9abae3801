'use client';

import { useEffect, useRef } from 'react';
import { OpenOrder } from '@/app/components/orders/open-order';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { closeCartDrawer } from './cart-drawer-state';
import { CartLines } from './cart-lines';
import { CartTotal } from './cart-total';
import { useCartChanges } from './use-cart-changes';

/**
 * The cart beside the page one is on. A modal <dialog>: the browser keeps the focus inside, closes it at Escape and
 * gives the focus back.
 */
export function CartDrawer({ said }: { said: string }) {
  const { market, t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const cart = useCartChanges();
  useEffect(() => {
    const node = dialog.current;
    if (!node?.open) node?.showModal();
  }, []);
  // Closed by itself, the dialog gives the focus back to where it was.
  const close = () => dialog.current?.close();
  const hasLines = cart.state.kind === 'loaded' && (cart.state.cart?.lines.length ?? 0) > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape; the click is one beside the drawer.
    <dialog
      ref={dialog}
      aria-labelledby="cart-drawer-title"
      aria-describedby="cart-drawer-said"
      className="drawer"
      onClose={closeCartDrawer}
      onClick={(event) => {
        // Beside the drawer, or on the way to another page.
        const isBeside = event.target === event.currentTarget;
        const isLeaving = event.target instanceof Element && event.target.closest('a') !== null;
        if (isBeside || (isLeaving && !event.metaKey && !event.ctrlKey && !event.shiftKey)) close();
      }}
    >
      <div className="flex min-h-full flex-col px-5 sm:px-8">
        <header className="sticky top-0 z-1 flex items-center justify-between gap-4 bg-paper pt-4 pb-3">
          <h2 id="cart-drawer-title" className="display text-title">
            {t('cart.title')}
          </h2>
          <Button kind="quiet" className="py-3" onClick={close}>
            {t('cart.close')}
          </Button>
        </header>
        <p id="cart-drawer-said" role="status" className="figures pb-4 text-muted empty:hidden">
          {said}
        </p>
        <div className="grow">
          <CartLines cart={cart} isNarrow />
        </div>
        {hasLines ? (
          <footer className="sticky bottom-0 grid gap-3 bg-paper pt-1 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
            <CartTotal cart={cart} />
            <ShopLink
              market={market}
              to="/cart"
              className={buttonClass('quiet', 'py-2.5 justify-self-center')}
            >
              {t('cart.view')}
            </ShopLink>
          </footer>
        ) : (
          <OpenOrder />
        )}
      </div>
    </dialog>
  );
}
