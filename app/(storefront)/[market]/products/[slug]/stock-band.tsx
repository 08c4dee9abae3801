'use client';

import { useText } from '@/app/components/text/text-provider';
import type { Stock } from './use-stock';

/** From here on down the number of units is worth knowing. */
const FEW = 20;

/** How many are left, said plainly: none, the last one, a few by number, or simply that there are some. */
export function StockBand({
  stock,
  isGone,
  isMade,
  hasOthers,
}: {
  stock: Stock;
  isGone: boolean;
  /** Whether what is chosen is made at all. */
  isMade: boolean;
  /** Whether another choice can be bought. */
  hasOthers: boolean;
}) {
  const { t } = useText();
  const say = () => {
    if (isGone)
      return hasOthers ? t(isMade ? 'product.otherLeft' : 'product.notMade') : t('product.noneLeft');
    // The page may be a minute old: nothing is said before the shop was asked.
    if (stock === undefined) return '\u00a0';
    if (stock === 1) return t('product.lastOne');
    return stock === null || stock > FEW ? t('product.inStock') : t('product.left', { count: stock });
  };
  const isScarce = typeof stock === 'number' && stock <= FEW;
  return (
    <p className={`figures text-right ${isScarce && !isGone ? 'font-medium' : 'text-muted'}`}>{say()}</p>
  );
}
