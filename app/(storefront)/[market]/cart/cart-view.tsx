'use client';

import { useRef, useState } from 'react';
import type { ApiResult } from '@/app/components/api/call-api';
import { setCartQuantity, unitsLeft } from '@/app/components/cart/cart-client';
import { useCart } from '@/app/components/cart/use-cart';
import { useStoredCart } from '@/app/components/cart/use-stored-cart';
import { OpenOrder } from '@/app/components/orders/open-order';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { Cart, CartLine } from '@/lib/cart/model';
import { formatMoney } from '@/lib/kernel/money';
import { CartRow } from './cart-row';

/** The lines of the cart, to change, and the way to checkout. */
export function CartView() {
  const { market, t } = useText();
  const { state, reload, accept } = useCart();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const looks = new Map(useStoredCart().lines.map((line) => [line.variantId, line.look]));

  async function change(line: CartLine, quantity: number): Promise<ApiResult<Cart>> {
    const answer = await setCartQuantity(line.variantId, quantity);
    accept(answer);
    if (answer.ok) {
      const subtotal = formatMoney(answer.value.subtotal, market.locale);
      const removed = quantity === 0 ? `${t('cart.removed', { title: line.title })} ` : '';
      setSaid(`${removed}${t('cart.updated', { subtotal })}`);
      // What had the focus is gone with its line.
      if (quantity === 0) heading.current?.focus();
    } else {
      setSaid(unitsLeft(answer) === null ? problemText(answer.problem, t) : '');
      reload();
    }
    return answer;
  }

  if (state.kind === 'loading')
    return <p className="needs-script text-lg text-muted">{t('common.loading')}</p>;
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
  const { cart } = state;
  if (cart === null || cart.lines.length === 0) return <EmptyCart headingRef={heading} said={said} />;
  const isBlocked = cart.lines.some((line) => !line.available);
  return (
    <div className="grid gap-8 md:grid-cols-12 md:gap-x-12">
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {t('cart.item')}
      </h2>
      <ul className="border-t border-line md:col-span-8">
        {cart.lines.map((line) => (
          <CartRow
            key={line.variantId}
            line={line}
            look={looks.get(line.variantId)}
            onChange={(quantity) => change(line, quantity)}
          />
        ))}
      </ul>
      <section
        aria-label={t('cart.subtotal')}
        className="grid content-start gap-4 md:sticky md:top-8 md:col-span-4 md:self-start"
      >
        <p className="figures flex items-baseline justify-between border-t border-ink pt-4 text-lg">
          <span>{t('cart.subtotal')}</span>
          <span className="font-semibold">{formatMoney(cart.subtotal, market.locale)}</span>
        </p>
        <p className="text-sm text-muted">{t('cart.later')}</p>
        {isBlocked ? (
          <Button kind="act" disabled>
            {t('cart.checkout')}
          </Button>
        ) : (
          <ShopLink market={market} to="/checkout" className={buttonClass('act')}>
            {t('cart.checkout')}
          </ShopLink>
        )}
        <p role="status" className="text-sm text-muted">
          {said}
        </p>
      </section>
    </div>
  );
}

function EmptyCart({
  headingRef,
  said,
}: {
  headingRef: React.RefObject<HTMLHeadingElement | null>;
  said: string;
}) {
  const { market, t } = useText();
  return (
    <div className="grid justify-items-start gap-6">
      <OpenOrder />
      <h2 ref={headingRef} tabIndex={-1} className="text-lg outline-none">
        {t('cart.empty')}
      </h2>
      <p className="max-w-[38rem] text-muted">{t('cart.emptyText')}</p>
      <ShopLink market={market} to="/collections/all" className={buttonClass('act')}>
        {t('cart.browse')}
      </ShopLink>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
