'use client';

import { useRef } from 'react';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { CartLine } from '@/lib/cart/model';
import { CartRow } from './cart-row';
import { CartSkeleton } from './cart-skeleton';
import type { ChangeableCart } from './use-cart-changes';
import { useStoredCart } from './use-stored-cart';

/** The lines of the cart, to change; or why there are none to see. */
export function CartLines({ cart, isNarrow = false }: { cart: ChangeableCart; isNarrow?: boolean }) {
  const { market, t } = useText();
  const stored = useStoredCart().lines;
  const start = useRef<HTMLHeadingElement>(null);
  const { state, reload } = cart;

  async function change(line: CartLine, quantity: number) {
    const answer = await cart.change(line, quantity);
    // What had the focus is gone with its line.
    if (answer.ok && quantity === 0) start.current?.focus();
    return answer;
  }

  if (state.kind === 'loading') return <CartSkeleton count={stored.length} />;
  if (state.kind === 'failed') {
    return (
      <Notice role="alert">
        <p>{problemText(state.problem, t)}</p>
        <p>
          <Button onClick={reload}>{t('common.tryAgain')}</Button>
        </p>
      </Notice>
    );
  }
  const lines = state.cart?.lines ?? [];
  if (lines.length === 0) {
    return (
      <div className="grid justify-items-start gap-5">
        <h3 ref={start} tabIndex={-1} className="text-lg outline-none">
          {t('cart.empty')}
        </h3>
        <p className="max-w-[38rem] text-muted">{t('cart.emptyText')}</p>
        <ShopLink market={market} to="/collections/all" className={buttonClass('act')}>
          {t('cart.browse')}
        </ShopLink>
        <p role="status" className="sr-only">
          {cart.said}
        </p>
      </div>
    );
  }
  return (
    <>
      <h3 ref={start} tabIndex={-1} className="sr-only">
        {t('cart.item')}
      </h3>
      <ul aria-busy={state.isOld} className="border-t border-line">
        {lines.map((line) => (
          <CartRow
            key={line.variantId}
            line={line}
            stored={stored.find(({ variantId }) => variantId === line.variantId)}
            isNarrow={isNarrow}
            onChange={(quantity) => change(line, quantity)}
          />
        ))}
      </ul>
    </>
  );
}
