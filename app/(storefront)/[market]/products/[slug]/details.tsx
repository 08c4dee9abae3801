import type { ReactNode } from 'react';
import type { Market } from '@/app/components/market/markets';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import type { StoreProduct } from '@/lib/catalog/model';

/** The facts of a product, and what holds for all of them, row by row. */
export function Details({ market, product }: { market: Market; product: StoreProduct }) {
  const t = textOf(market);
  const { vendor, productType } = product;
  return (
    <dl className="border-t border-line text-sm">
      {vendor === '' ? null : <Row name={t('product.by')}>{vendor}</Row>}
      {productType === '' ? null : <Row name={t('product.kind')}>{productType}</Row>}
      <Row name={t('product.delivery')}>
        {t('product.deliveryText')}{' '}
        <ShopLink market={market} to="/shipping" className="underline underline-offset-4">
          {t('footer.shipping')}
        </ShopLink>
      </Row>
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-4 border-b border-line py-3">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
