import { useText } from '@/app/components/text/text-provider';
import type { StoreVariant } from '@/lib/catalog/model';
import { formatMoney } from '@/lib/kernel/money';

/** What one costs, and what it cost before where that was more. */
export function Price({ variant }: { variant: StoreVariant | undefined }) {
  const { market, t } = useText();
  if (variant === undefined) return null;
  const { price, compareAtPrice } = variant;
  return (
    <p className="figures flex flex-wrap items-baseline gap-x-3 text-title">
      {formatMoney(price, market.locale)}
      {compareAtPrice && compareAtPrice.amount > price.amount ? (
        <span className="text-base text-muted">
          <span className="sr-only">{t('list.before')} </span>
          <s>{formatMoney(compareAtPrice, market.locale)}</s>
        </span>
      ) : null}
    </p>
  );
}
