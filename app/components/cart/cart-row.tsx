'use client';

import { useEffect, useRef, useState } from 'react';
import type { ApiResult } from '@/app/components/api/call-api';
import { Picture } from '@/app/components/picture';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import type { Cart, CartLine } from '@/lib/cart/model';
import { formatMoney } from '@/lib/kernel/money';
import { MAX_QUANTITY, unitsLeft } from './cart-client';
import { LineFault } from './line-fault';
import { Quantity } from './quantity';
import type { StoredLine } from './stored-cart';

/** Long enough for several clicks to become one change, short enough to feel like one. */
const SETTLE_MS = 350;

type Props = {
  line: CartLine;
  /** What this browser knows of it beside. */
  stored: StoredLine | undefined;
  isNarrow: boolean;
  onChange: (quantity: number) => Promise<ApiResult<Cart>>;
};

/** One line of the cart: what it is, how many, what it costs, and what is wrong with it. */
export function CartRow({ line, stored, isNarrow, onChange }: Props) {
  const { market, t } = useText();
  const [draft, setDraft] = useState<number>();
  /** How many there were when more were wished for. */
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was wished for and not sent yet. */
  const unsent = useRef<() => void>(undefined);
  // Whoever clicks on to checkout at once takes the last change along.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      unsent.current?.();
    },
    [],
  );

  const quantity = draft ?? line.quantity;

  function set(wished: number, afterMs: number) {
    setDraft(wished);
    clearTimeout(timer.current);
    unsent.current = () => {
      unsent.current = undefined;
      void onChange(wished).then((answer) => {
        setRefusedAt(unitsLeft(answer));
        setDraft((now) => (now === wished ? undefined : now));
      });
    };
    timer.current = setTimeout(unsent.current, afterMs);
  }

  const path = stored?.look.slug ? `/products/${encodeURIComponent(stored.look.slug)}` : null;
  const picture = stored?.look.picture ? { url: stored.look.picture, alt: '' } : null;
  return (
    <li
      className={`grid gap-4 border-b border-line py-5 ${isNarrow ? 'grid-cols-[5.5rem_1fr]' : 'grid-cols-[5.5rem_1fr] sm:grid-cols-[9rem_1fr] sm:gap-8 sm:py-8'}`}
    >
      <Picture
        image={picture}
        title={line.title}
        plate="initial"
        sizes={isNarrow ? '5.5rem' : '(min-width: 40rem) 9rem, 5.5rem'}
        className={line.available ? '' : 'opacity-60'}
      />
      <div className="grid content-between gap-3">
        <div className="flex items-start justify-between gap-4">
          <div className="grid gap-0.5">
            <h4 className={`leading-snug font-medium ${isNarrow ? '' : 'sm:text-lg'}`}>
              {path === null ? (
                line.title || t('cart.goneTitle')
              ) : (
                <ShopLink market={market} to={path} className="underline-offset-4 hover:underline">
                  {line.title || t('cart.goneTitle')}
                </ShopLink>
              )}
            </h4>
            {line.options.map(({ name, value }) => (
              <p key={name} className="text-sm text-muted">
                {t('common.option', { name, value })}
              </p>
            ))}
            {line.quantity > 1 ? (
              <p className="figures text-sm text-muted">
                {t('cart.each', { price: formatMoney(line.unitPrice, market.locale) })}
              </p>
            ) : null}
          </div>
          <p className="figures">{formatMoney(line.lineTotal, market.locale)}</p>
        </div>
        <LineFault
          line={line}
          priceBefore={stored?.price}
          refusedAt={refusedAt}
          onTake={(left) => set(left, 0)}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <Quantity
            title={line.title}
            quantity={quantity}
            most={Math.min(line.availableQuantity ?? MAX_QUANTITY, MAX_QUANTITY)}
            onSet={(wished) => set(wished, SETTLE_MS)}
          />
          <Button
            kind="quiet"
            className="py-3"
            aria-label={t('cart.removeTitle', { title: line.title })}
            onClick={() => set(0, 0)}
          >
            {t('cart.remove')}
          </Button>
        </div>
      </div>
    </li>
  );
}
