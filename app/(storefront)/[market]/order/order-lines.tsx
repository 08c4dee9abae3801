'use client';

import { useText } from '@/app/components/text/text-provider';
import { formatMoney } from '@/lib/kernel/money';
import type { OrderLine } from '@/lib/orders/model';

/** What was ordered, as it was called and priced then. */
export function OrderLines({ lines }: { lines: readonly OrderLine[] }) {
  const { market } = useText();
  return (
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
  );
}
