'use client';

import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import type { CartLine } from '@/lib/cart/model';
import { formatMoney, type Money } from '@/lib/kernel/money';

type Props = {
  line: CartLine;
  /** What a unit cost when it was put in. */
  priceBefore: Money | undefined;
  /** How many there were when more were wished for. */
  refusedAt: number | null;
  onTake: (left: number) => void;
};

/** What is wrong with a line, or other than it was, and what to do about it. */
export function LineFault({ line, priceBefore, refusedAt, onTake }: Props) {
  const { market, t } = useText();
  const left = line.availableQuantity ?? 0;
  const hasNewPrice =
    priceBefore !== undefined &&
    priceBefore.currency === line.unitPrice.currency &&
    priceBefore.amount !== line.unitPrice.amount;
  return (
    <div role="status" className="figures grid gap-1 text-sm empty:hidden">
      {line.available && refusedAt !== null ? (
        <p className="text-bad">{t('cart.onlyLeft', { count: refusedAt })}</p>
      ) : null}
      {line.available || left > 0 ? null : (
        <p className="text-bad">{t(line.priced ? 'cart.soldOut' : 'cart.notSoldHere')}</p>
      )}
      {!line.available && left > 0 ? (
        <p className="flex flex-wrap items-center gap-x-4 text-bad">
          {t('cart.onlyLeft', { count: left })}
          <Button kind="quiet" className="py-2" onClick={() => onTake(left)}>
            {t('cart.takeLeft', { count: left })}
          </Button>
        </p>
      ) : null}
      {line.available && hasNewPrice ? (
        <p>
          {t('cart.newPrice', {
            price: formatMoney(line.unitPrice, market.locale),
            before: formatMoney(priceBefore, market.locale),
          })}
        </p>
      ) : null}
    </div>
  );
}
