'use client';

import { Picture } from '@/app/components/picture';
import { useText } from '@/app/components/text/text-provider';
import { formatMoney } from '@/lib/kernel/money';
import type { OrderLine } from '@/lib/orders/model';

type Line = Pick<OrderLine, 'variantId' | 'title' | 'options' | 'quantity' | 'lineTotal'>;

/** What is ordered, with pictures as far as this browser knows them. */
export function OrderedLines({
  lines,
  looks,
}: {
  lines: readonly Line[];
  looks: readonly { readonly variantId: string; readonly look: { readonly picture: string | null } }[];
}) {
  const { market } = useText();
  return (
    <ul className="border-t border-line">
      {lines.map((line) => {
        const picture = looks.find(({ variantId }) => variantId === line.variantId)?.look.picture;
        return (
          <li
            key={line.variantId}
            className="grid grid-cols-[3.5rem_1fr_auto] items-center gap-4 border-b border-line py-3"
          >
            <Picture
              image={picture ? { url: picture, alt: '' } : null}
              title={line.title}
              plate="initial"
              sizes="3.5rem"
            />
            <div>
              <p className="leading-snug">{line.title}</p>
              <p className="text-sm text-muted">
                {line.options.map(({ value }) => value).join(', ')}
                {line.options.length > 0 ? ' ' : ''}
                <span className="figures">× {line.quantity}</span>
              </p>
            </div>
            <p className="figures">{formatMoney(line.lineTotal, market.locale)}</p>
          </li>
        );
      })}
    </ul>
  );
}
