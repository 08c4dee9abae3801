'use client';

import { useText } from '@/app/components/text/text-provider';
import { formatMoney } from '@/lib/kernel/money';
import type { Quote } from '@/lib/orders/model';

/** The ways to ship. The cheapest is taken until another is chosen; until they are known their place is kept. */
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
  const methods = quote?.shippingMethods ?? [];
  const current = chosen || quote?.shippingMethod;
  return (
    <fieldset>
      <legend className="display mb-4 text-title">{t('checkout.method')}</legend>
      <div className="grid min-h-[6.5rem] content-start border-t border-line">
        {methods.map(({ code, title, price }) => (
          <label
            key={code}
            className="flex min-h-13 cursor-pointer items-center gap-3 border-b border-line transition-colors hover:bg-ground"
          >
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
      </div>
    </fieldset>
  );
}
