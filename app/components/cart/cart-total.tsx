'use client';

import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { formatMoney } from '@/lib/kernel/money';
import type { ChangeableCart } from './use-cart-changes';

/** What the cart costs and the way to checkout, which is shut while a line cannot be served. */
export function CartTotal({ cart: { state, said } }: { cart: ChangeableCart }) {
  const { market, t } = useText();
  if (state.kind !== 'loaded' || state.cart === null) return null;
  const { lines, subtotal } = state.cart;
  const isBlocked = lines.some((line) => !line.available);
  return (
    <section aria-label={t('cart.subtotal')} className="grid gap-3">
      <p
        className={`figures flex items-baseline justify-between border-t border-ink pt-4 text-lg ${state.isOld ? 'text-muted' : ''}`}
      >
        <span>{t('cart.subtotal')}</span>
        <span className="font-semibold">{formatMoney(subtotal, market.locale)}</span>
      </p>
      <p className="text-sm text-muted">{t('cart.later')}</p>
      {isBlocked ? (
        <>
          <Button kind="act" disabled aria-describedby="cart-blocked">
            {t('cart.checkout')}
          </Button>
          <p id="cart-blocked" className="text-sm text-bad">
            {t('cart.blocked')}
          </p>
        </>
      ) : (
        <ShopLink market={market} to="/checkout" className={buttonClass('act')}>
          {t('cart.checkout')}
        </ShopLink>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}
