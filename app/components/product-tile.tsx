import type { ProductCard as Card } from '@/lib/catalog/model';
import { formatMoney } from '@/lib/kernel/money';
import type { Market } from './market/markets';
import { Picture } from './picture';
import { ShopLink } from './shop-link';
import type { Translate } from './text/translate';

/** What is shown of a product in a list. Its id is not: a page with two dozen of them would carry half a kilobyte for nothing. */
export type ShownCard = Omit<Card, 'id'>;

/** A product in a list: the picture first, then its name and what it costs. On the server and in islands alike. */
export function ProductTile({
  market,
  t,
  product,
  sizes,
  isFirst = false,
}: {
  market: Market;
  t: Translate;
  product: ShownCard;
  sizes: string;
  isFirst?: boolean;
}) {
  const { title, price, compareAtPrice, image, available } = product;
  const isReduced = compareAtPrice !== undefined && compareAtPrice.amount > price.amount;
  return (
    <article className="group relative grid gap-3">
      <Picture image={image} title={title} sizes={sizes} isFirst={isFirst} />
      <div className="grid gap-0.5">
        <h3 className="text-base leading-snug font-medium">
          <ShopLink
            market={market}
            to={`/products/${encodeURIComponent(product.slug)}`}
            className="underline-offset-4 group-hover:underline after:absolute after:inset-0"
          >
            {title}
          </ShopLink>
        </h3>
        <p className="figures text-muted">
          {available ? formatMoney(price, market.locale) : t('list.soldOut')}
          {available && isReduced ? (
            <>
              {' '}
              <s>
                <span className="sr-only">{t('list.before')} </span>
                {formatMoney(compareAtPrice, market.locale)}
              </s>
            </>
          ) : null}
        </p>
      </div>
    </article>
  );
}
