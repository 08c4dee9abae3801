'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import type { ApiResult } from '@/app/components/api/call-api';
import { forgetCart } from '@/app/components/cart/cart-client';
import { readStoredCart } from '@/app/components/cart/stored-cart';
import { useCart } from '@/app/components/cart/use-cart';
import { pathIn } from '@/app/components/market/markets';
import { OpenOrder } from '@/app/components/orders/open-order';
import { type OwnOrder, orderPath, rememberOrder } from '@/app/components/orders/stored-orders';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { Cart } from '@/lib/cart/model';
import { type Attempt, CheckoutForm } from './checkout-form';
import { type CheckoutBody, placeOrder, unfinishedIntent } from './intent';

/** Checkout from the cart to the placed order: whatever is in the way is said, and what to do about it. */
export function Checkout() {
  const { market, t } = useText();
  const router = useRouter();
  const { state, reload } = useCart();
  /** The cart that became an order: it is shown until the order's page is there. */
  const [ordered, setOrdered] = useState<Cart>();
  const [resumed, setResumed] = useState<Attempt | 'asking'>();

  async function order(body: CheckoutBody): Promise<ApiResult<OwnOrder>> {
    const { id, lines } = readStoredCart();
    const answer = await placeOrder(body);
    if (!answer.ok) return answer;
    if (state.kind === 'loaded' && state.cart !== null) setOrdered(state.cart);
    rememberOrder(answer.value, id === body.cartId ? lines : undefined);
    // The cart became the order; the order's page puts the lines back if its time runs out.
    if (id === body.cartId) forgetCart();
    // The order's address ends in its token, which the router would take for a place on the page to scroll to.
    scrollTo(0, 0);
    router.push(pathIn(market, orderPath(answer.value)), { scroll: false });
    return answer;
  }

  // A change that went well is known here already.
  const changeCart = useCallback(
    (answer?: ApiResult<Cart>) => {
      if (!answer?.ok) reload();
    },
    [reload],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens.
  useEffect(() => {
    const unfinished = unfinishedIntent();
    if (unfinished === null) return;
    setResumed('asking');
    void order(unfinished.body).then((answer) => setResumed({ body: unfinished.body, answer }));
  }, []);

  if (resumed === 'asking' || resumed?.answer.ok) {
    return (
      <p role="status" className="text-lg">
        {t('checkout.resuming')}
      </p>
    );
  }
  if (state.kind === 'loading' && ordered === undefined)
    return <p className="needs-script text-lg text-muted">{t('common.loading')}</p>;
  if (state.kind === 'failed' && ordered === undefined) {
    return (
      <Notice role="alert">
        <p>{problemText(state.problem, t)}</p>
        <p>
          <Button onClick={reload}>{t('common.tryAgain')}</Button>
        </p>
      </Notice>
    );
  }
  const cart = ordered ?? (state.kind === 'loaded' ? state.cart : null);
  if (cart === null || cart.lines.length === 0) {
    return (
      <div className="grid justify-items-start gap-6">
        <OpenOrder />
        <p className="text-lg">{t('cart.empty')}</p>
        <ShopLink market={market} to="/collections/all" className={buttonClass('act')}>
          {t('cart.browse')}
        </ShopLink>
      </div>
    );
  }
  return <CheckoutForm cart={cart} resumed={resumed} onOrder={order} onCartChange={changeCart} />;
}
