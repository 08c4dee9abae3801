'use client';

import { useState } from 'react';
import { addToCart, unitsLeft } from '@/app/components/cart/cart-client';
import { loadCartDrawer } from '@/app/components/cart/cart-drawer-host';
import { openCartDrawer } from '@/app/components/cart/cart-drawer-state';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import type { ProductOption, StoreVariant } from '@/lib/catalog/model';
import { type Choice, findVariant, firstChoice, pick, valueState } from './choice';
import { OptionPicker } from './option-picker';
import { Price } from './price';
import { StockBand } from './stock-band';
import { useAvailability, useStock } from './use-stock';

type Props = {
  product: {
    readonly slug: string;
    readonly options: readonly ProductOption[];
    readonly variants: readonly StoreVariant[];
    readonly picture: string | null;
  };
};

/** Choosing a variant and putting it into the cart. What it costs, what is left and the button stay in sight on a phone. */
export function Purchase({ product }: Props) {
  const { market, t } = useText();
  const { slug, options, variants, picture } = product;
  const availability = useAvailability(slug, market.currency);
  const [picked, setPicked] = useState<Choice>();
  const [version, setVersion] = useState(0);
  const [isAdding, setIsAdding] = useState(false);
  const [refusal, setRefusal] = useState('');

  // The page opens with what the server chose, so that nothing jumps when fresher facts arrive.
  const choice = picked ?? firstChoice(variants, (variant) => !variant.available);
  const variant = findVariant(variants, choice);
  const stock = useStock(variant, version);
  const isSoldOut = (candidate: StoreVariant) =>
    candidate === variant && stock !== undefined
      ? stock === 0
      : !(availability?.get(candidate.id) ?? candidate.available);
  const isGone = variant === undefined || isSoldOut(variant);
  const hasOthers = variants.some((other) => other !== variant && !isSoldOut(other));

  async function add(chosen: StoreVariant) {
    setIsAdding(true);
    setRefusal('');
    // Its code arrives while the shop answers.
    void loadCartDrawer();
    const answer = await addToCart(chosen.id, 1, { slug, picture });
    setIsAdding(false);
    if (answer.ok) {
      const count = answer.value.lines.reduce((sum, line) => sum + line.quantity, 0);
      openCartDrawer(t('product.added', { count }));
      return;
    }
    setVersion((known) => known + 1);
    const left = unitsLeft(answer);
    if (left === null) setRefusal(problemText(answer.problem, t));
    else setRefusal(left === 0 ? t('product.gone') : t('product.noMore', { count: left }));
  }

  return (
    <div className="grid gap-6">
      {(variants.length === 0 ? [] : options).map((option, index) => (
        <OptionPicker
          key={option.name}
          option={option}
          chosen={choice[index]}
          stateOf={(value) => valueState(variants, choice, index, value, isSoldOut)}
          onPick={(value) => {
            setPicked(pick(variants, choice, index, value, isSoldOut));
            setRefusal('');
          }}
        />
      ))}
      <div className="buy-bar">
        <div className="flex items-baseline justify-between gap-4">
          <Price variant={variant ?? variants[0]} />
          <StockBand stock={stock} isGone={isGone} isMade={variant !== undefined} hasOthers={hasOthers} />
        </div>
        <Button
          kind="act"
          disabled={isGone}
          aria-disabled={isAdding}
          className="needs-script w-full"
          onClick={() => {
            if (!isAdding && variant !== undefined) void add(variant);
          }}
        >
          {t(`product.${variants.length === 0 ? 'notSoldHere' : buttonText(variant, isGone, isAdding)}`)}
        </Button>
        <noscript>
          <p>{t('common.needsScript')}</p>
        </noscript>
        <p role="status" className="text-bad empty:hidden">
          {refusal}
        </p>
      </div>
      {isGone && !hasOthers ? (
        <p className="text-muted">
          {t('product.soldOutText')}{' '}
          <ShopLink market={market} to="/collections/all" className="text-act underline underline-offset-4">
            {t('product.lookAround')}
          </ShopLink>
        </p>
      ) : null}
    </div>
  );
}

function buttonText(variant: StoreVariant | undefined, isGone: boolean, isAdding: boolean) {
  if (variant === undefined) return 'unavailable';
  if (isGone) return 'soldOut';
  return isAdding ? 'adding' : 'add';
}
