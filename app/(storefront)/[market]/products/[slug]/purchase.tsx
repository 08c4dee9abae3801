'use client';

import { useState } from 'react';
import { addToCart, unitsLeft } from '@/app/components/cart/cart-client';
import { useAwake } from '@/app/components/hooks/use-awake';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import type { ProductOption, StoreVariant } from '@/lib/catalog/model';
import { formatMoney } from '@/lib/kernel/money';
import { type Choice, findVariant, firstChoice, pick, valueState } from './choice';
import { OptionPicker } from './option-picker';
import { type Stock, useAvailability, useStock } from './use-stock';

type Props = {
  product: {
    readonly slug: string;
    readonly options: readonly ProductOption[];
    readonly variants: readonly StoreVariant[];
    readonly picture: string | null;
  };
};

type Outcome = { readonly kind: 'added' | 'refused'; readonly text: string };

/** Choosing a variant and putting it into the cart: price, options, what is left, the button. */
export function Purchase({ product }: Props) {
  const { market, t } = useText();
  const isAwake = useAwake();
  const { slug, options, variants, picture } = product;
  const availability = useAvailability(slug);
  const [picked, setPicked] = useState<Choice>();
  const [version, setVersion] = useState(0);
  const [isAdding, setIsAdding] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  // The page opens with what the server chose, so that nothing jumps when fresher facts arrive.
  const choice = picked ?? firstChoice(variants, (variant) => !variant.available);
  const variant = findVariant(variants, choice);
  const stock = useStock(variant?.id, version);
  const isSoldOut = (candidate: StoreVariant) =>
    candidate === variant && stock !== undefined
      ? stock === 0
      : !(availability?.get(candidate.id) ?? candidate.available);
  const isGone = variant === undefined || isSoldOut(variant);

  async function add(chosen: StoreVariant) {
    setIsAdding(true);
    setOutcome(undefined);
    const answer = await addToCart(chosen.id, 1, { slug, picture });
    setIsAdding(false);
    if (answer.ok) {
      const count = answer.value.lines.reduce((sum, line) => sum + line.quantity, 0);
      setOutcome({ kind: 'added', text: t('product.added', { count }) });
      return;
    }
    setVersion((known) => known + 1);
    const left = unitsLeft(answer);
    if (left === null) setOutcome({ kind: 'refused', text: problemText(answer.problem, t) });
    else if (left === 0) setOutcome({ kind: 'refused', text: t('product.gone') });
    else setOutcome({ kind: 'refused', text: t('product.noMore', { count: left }) });
  }

  return (
    <div className="grid gap-6">
      <Price variant={variant ?? variants[0]} />
      {options.map((option, index) => (
        <OptionPicker
          key={option.name}
          option={option}
          chosen={choice[index]}
          stateOf={(value) => valueState(variants, choice, index, value, isSoldOut)}
          onPick={(value) => {
            setPicked(pick(variants, choice, index, value, isSoldOut));
            setOutcome(undefined);
          }}
        />
      ))}
      <div className="grid gap-3">
        <Button
          kind="act"
          disabled={!isAwake || isGone}
          aria-disabled={isAdding}
          className={`needs-script w-full ${isAwake ? '' : 'disabled:bg-act disabled:text-on-act'}`}
          onClick={() => {
            if (!isAdding && variant !== undefined) void add(variant);
          }}
        >
          {t(`product.${buttonText(variant, isGone, isAdding)}`)}
        </Button>
        <noscript>
          <p>{t('common.needsScript')}</p>
        </noscript>
        <StockLine stock={isGone ? undefined : stock} />
        <div role="status" className={outcome?.kind === 'refused' ? 'text-bad' : ''}>
          {outcome ? (
            <p>
              {outcome.text}{' '}
              {outcome.kind === 'added' ? (
                <ShopLink market={market} to="/cart" className="text-act underline underline-offset-4">
                  {t('product.viewCart')}
                </ShopLink>
              ) : null}
            </p>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function buttonText(variant: StoreVariant | undefined, isGone: boolean, isAdding: boolean) {
  if (variant === undefined) return 'unavailable';
  if (isGone) return 'soldOut';
  return isAdding ? 'adding' : 'add';
}

/** From here on down the number of units is worth knowing. */
const FEW = 20;

function StockLine({ stock }: { stock: Stock }) {
  const { t } = useText();
  if (typeof stock !== 'number' || stock > FEW) return null;
  return <p className="figures text-muted">{t('product.left', { count: stock })}</p>;
}

function Price({ variant }: { variant: StoreVariant | undefined }) {
  const { market, t } = useText();
  if (variant === undefined) return null;
  const { price, compareAtPrice } = variant;
  return (
    <p className="figures flex items-baseline gap-3 text-title">
      {formatMoney(price, market.locale)}
      {compareAtPrice && compareAtPrice.amount > price.amount ? (
        <span className="text-lg text-muted">
          <span className="sr-only">{t('list.before')} </span>
          <s>{formatMoney(compareAtPrice, market.locale)}</s>
        </span>
      ) : null}
    </p>
  );
}
