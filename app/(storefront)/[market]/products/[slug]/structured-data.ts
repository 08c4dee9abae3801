import { type Market, pathIn } from '@/app/components/market/markets';
import { PLACEHOLDER } from '@/app/components/picture';
import type { StoreProduct } from '@/lib/catalog/model';
import { formatDecimal } from '@/lib/kernel/money';
import { publicUrl } from '../../../_lib/public-url';

/** The product for search engines (schema.org), as JSON that is safe inside a script element. */
export function productData(product: StoreProduct, market: Market): string {
  const url = new URL(pathIn(market, `/products/${encodeURIComponent(product.slug)}`), publicUrl()).href;
  const pictures = product.images.filter((image) => image.url !== PLACEHOLDER);
  const data = {
    '@context': 'https://schema.org',
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
    })),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
