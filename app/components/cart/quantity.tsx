'use client';

import { useState } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { MAX_QUANTITY } from './cart-client';

const STEP =
  'grid size-11 place-items-center text-lg text-ink transition-colors hover:bg-ground disabled:text-edge disabled:hover:bg-transparent';

/** How many of a line: one fewer, one more, or a number. */
export function Quantity({
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
        autoComplete="off"
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
