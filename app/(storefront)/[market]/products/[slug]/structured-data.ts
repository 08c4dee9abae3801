import type { Market } from '@/app/components/market/markets';
import { PLACEHOLDER } from '@/app/components/picture';
import type { StoreProduct } from '@/lib/catalog/model';
import { formatDecimal } from '@/lib/kernel/money';
import { absolute } from '../../../_lib/json-ld';
import { publicUrl } from '../../../_lib/public-url';

/** The product for search engines (schema.org): what it is, and what each variant costs here. */
export function productData(product: StoreProduct, market: Market): object {
  const url = absolute(market, `/products/${encodeURIComponent(product.slug)}`);
  const pictures = product.images.filter((image) => image.url !== PLACEHOLDER);
  return {
    '@type': 'Product',
    name: product.title,
    description: product.descriptionText,
    url,
    image: pictures.map((image) => new URL(image.url, publicUrl()).href),
    ...(product.vendor === '' ? {} : { brand: { '@type': 'Brand', name: product.vendor } }),
    offers: product.variants.map(({ sku, price, available }) => ({
      '@type': 'Offer',
      ...(sku === '' ? {} : { sku }),
      url,
      price: formatDecimal(price),
      priceCurrency: price.currency,
      availability: `https://schema.org/${available ? 'InStock' : 'SoldOut'}`,
      itemCondition: 'https://schema.org/NewCondition',
      seller: { '@id': `${publicUrl().origin}/#shop` },
    })),
  };
}
