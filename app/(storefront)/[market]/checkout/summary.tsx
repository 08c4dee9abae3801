'use client';

import { TotalsTable } from '@/app/components/orders/totals-table';
import { useText } from '@/app/components/text/text-provider';
import type { CartLine } from '@/lib/cart/model';
import type { Money } from '@/lib/kernel/money';
import { formatMoney } from '@/lib/kernel/money';
import type { Totals } from '@/lib/orders/model';

/** What is ordered and what it costs, as far as it is known. A total that is being worked out anew is dimmed. */
export function Summary({
  lines,
  subtotal,
  quote,
  isFresh,
}: {
  lines: readonly CartLine[];
  subtotal: Money;
  quote: Totals | undefined;
  isFresh: boolean;
}) {
  const { market, t } = useText();
  return (
    <section aria-labelledby="summary" className="grid gap-4">
      <h2 id="summary" className="display text-title">
        {t('checkout.summary')}
      </h2>
      <ul className="grid gap-3 border-t border-line pt-4">
        {lines.map((line) => (
          <li key={line.variantId} className="flex items-baseline justify-between gap-4">
            <span>
              {line.title}
              <span className="text-sm text-muted">
                {line.options.length > 0 ? `, ${line.options.map(({ value }) => value).join(', ')}` : ''}
                <span className="figures"> × {line.quantity}</span>
              </span>
            </span>
            <span className="figures">{formatMoney(line.lineTotal, market.locale)}</span>
          </li>
        ))}
      </ul>
      <div aria-busy={!isFresh} className={isFresh ? '' : 'opacity-60'}>
        <TotalsTable totals={quote} subtotal={quote?.subtotal ?? subtotal} />
      </div>
    </section>
  );
}
