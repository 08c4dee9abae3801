'use client';

import { useText } from '@/app/components/text/text-provider';
import { formatMoney } from '@/lib/kernel/money';
import type { Quote } from '@/lib/orders/model';

/** The ways to ship, where there is more than one. The cheapest is taken until another is chosen. */
export function ShippingMethods({
  quote,
  chosen,
  onChoose,
}: {
  quote: Quote | undefined;
  chosen: string;
  onChoose: (code: string) => void;
}) {
  const { market, t } = useText();
  if (quote === undefined || quote.shippingMethods.length < 2) return null;
  const current = chosen || quote.shippingMethod;
  return (
    <fieldset className="grid gap-1">
      <legend className="display mb-3 text-title">{t('checkout.method')}</legend>
      {quote.shippingMethods.map(({ code, title, price }) => (
        <label key={code} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name="shippingMethod"
            value={code}
            checked={code === current}
            onChange={() => onChoose(code)}
            className="size-5 accent-act"
          />
          <span className="grow">{title}</span>
          <span className="figures">
            {price.amount === 0 ? t('totals.free') : formatMoney(price, market.locale)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
