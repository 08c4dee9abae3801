'use client';

import { useStoredCart } from '@/app/components/cart/use-stored-cart';
import { OrderedLines } from '@/app/components/orders/ordered-lines';
import { TotalsTable } from '@/app/components/orders/totals-table';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import type { CartLine } from '@/lib/cart/model';
import type { Money } from '@/lib/kernel/money';
import type { Totals } from '@/lib/orders/model';
import { DiscountCode } from './discount-code';

/** What is ordered and what it costs, as far as it is known. A total that is being worked out anew is dimmed. */
export function Summary({
  lines,
  subtotal,
  quote,
  isFresh,
  discount,
}: {
  lines: readonly CartLine[];
  subtotal: Money;
  quote: Totals | undefined;
  isFresh: boolean;
  discount: Parameters<typeof DiscountCode>[0];
}) {
  const { market, t } = useText();
  const looks = useStoredCart().lines;
  return (
    <section aria-labelledby="summary" className="grid gap-4">
      <header className="flex items-baseline justify-between gap-4">
        <h2 id="summary" className="display text-title">
          {t('checkout.summary')}
        </h2>
        <ShopLink market={market} to="/cart" className="py-2 text-sm text-muted underline underline-offset-4">
          {t('checkout.changeCart')}
        </ShopLink>
      </header>
      <OrderedLines lines={lines} looks={looks} />
      <DiscountCode {...discount} />
      <div aria-busy={!isFresh} className={`transition-opacity ${isFresh ? '' : 'opacity-60'}`}>
        <TotalsTable totals={quote} subtotal={quote?.subtotal ?? subtotal} />
      </div>
    </section>
  );
}
