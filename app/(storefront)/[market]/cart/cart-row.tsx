'use client';

import { useEffect, useRef, useState } from 'react';
import type { ApiResult } from '@/app/components/api/call-api';
import { MAX_QUANTITY, unitsLeft } from '@/app/components/cart/cart-client';
import type { LineLook } from '@/app/components/cart/stored-cart';
import { Picture } from '@/app/components/picture';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import type { Cart, CartLine } from '@/lib/cart/model';
import { formatMoney } from '@/lib/kernel/money';

/** Long enough for several clicks to become one change, short enough to feel like one. */
const SETTLE_MS = 350;

type Props = {
  line: CartLine;
  look: LineLook | undefined;
  onChange: (quantity: number) => Promise<ApiResult<Cart>>;
};

/** One line of the cart: what it is, how many, what it costs, and what is wrong with it. */
export function CartRow({ line, look, onChange }: Props) {
  const { market, t } = useText();
  const [draft, setDraft] = useState<number>();
  /** How many there were when more were wished for. */
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const quantity = draft ?? line.quantity;

  function set(wished: number, afterMs: number) {
    setDraft(wished);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void onChange(wished).then((answer) => {
        setRefusedAt(unitsLeft(answer));
        setDraft((now) => (now === wished ? undefined : now));
      });
    }, afterMs);
  }

  const path = look?.slug ? `/products/${encodeURIComponent(look.slug)}` : null;
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-4 border-b border-line py-5 sm:grid-cols-[7.5rem_1fr] sm:gap-6">
      <Picture
        image={look?.picture ? { url: look.picture, alt: '' } : null}
        title={line.title}
        plate="initial"
        sizes="7.5rem"
      />
      <div className="grid content-between gap-4">
        <div className="flex items-start justify-between gap-4">
          <div className="grid gap-0.5">
            <h3 className="leading-snug font-medium">
              {path === null ? (
                line.title
              ) : (
                <ShopLink market={market} to={path} className="underline-offset-4 hover:underline">
                  {line.title}
                </ShopLink>
              )}
            </h3>
            {line.options.map(({ name, value }) => (
              <p key={name} className="text-sm text-muted">
                {name}: {value}
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
        {line.available ? (
          <p role="status" className="text-bad empty:hidden">
            {refusedAt === null ? '' : t('cart.onlyLeft', { count: refusedAt })}
          </p>
        ) : (
          <ShortLine left={line.availableQuantity ?? 0} onTake={(left) => set(left, 0)} />
        )}
        <div className="flex flex-wrap items-center justify-between gap-4">
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

function ShortLine({ left, onTake }: { left: number; onTake: (left: number) => void }) {
  const { t } = useText();
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-bad">
      {left === 0 ? t('cart.soldOut') : t('cart.onlyLeft', { count: left })}
      {left === 0 ? null : (
        <Button kind="quiet" className="py-3" onClick={() => onTake(left)}>
          {t('cart.takeLeft', { count: left })}
        </Button>
      )}
    </p>
  );
}

const STEP =
  'grid size-11 place-items-center text-lg text-ink transition-colors hover:bg-ground disabled:text-edge disabled:hover:bg-transparent';

function Quantity({
  title,
  quantity,
  most,
  onSet,
}: {
  title: string;
  quantity: number;
  most: number;
  onSet: (quantity: number) => void;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState<string>();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced for three small controls.
    <div role="group" aria-label={t('cart.quantityOf', { title })} className="flex border border-edge">
      <button
        type="button"
        className={STEP}
        aria-label={t('cart.fewer', { title })}
        disabled={quantity <= 1}
        onClick={() => onSet(quantity - 1)}
      >
        −
      </button>
      <input
        inputMode="numeric"
        aria-label={t('cart.quantity')}
        className="figures w-10 bg-transparent text-center"
        value={typed ?? quantity}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const wished = Number(event.currentTarget.value);
          if (Number.isInteger(wished) && wished >= 1 && wished <= MAX_QUANTITY) onSet(wished);
        }}
        onBlur={() => setTyped(undefined)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button
        type="button"
        className={STEP}
        aria-label={t('cart.more', { title })}
        disabled={quantity >= most}
        onClick={() => onSet(quantity + 1)}
      >
        +
      </button>
    </div>
  );
}
