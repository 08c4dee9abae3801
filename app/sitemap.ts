import type { MetadataRoute } from 'next';
import { MARKETS, pathIn } from '@/app/components/market/markets';
import { listProductAddresses } from '@/lib/catalog/list-product-addresses';
import { listCollections } from '@/lib/catalog/queries';
import { publicUrl } from './(storefront)/_lib/public-url';

// Made when it is asked for: a build knows no products.
export const dynamic = 'force-dynamic';

/** Every page that search engines should know: front page, collections and products, in each market. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [collections, products] = await Promise.all([listCollections(), listProductAddresses()]);
  const pages = [
    { path: '/' },
    { path: '/collections/all' },
    ...collections.map(({ slug }) => ({ path: `/collections/${encodeURIComponent(slug)}` })),
    ...products.map(({ slug, updatedAt }) => ({
      path: `/products/${encodeURIComponent(slug)}`,
      lastModified: updatedAt,
    })),
  ];
  return MARKETS.flatMap((market) =>
    pages.map(({ path, ...facts }) => ({ url: new URL(pathIn(market, path), publicUrl()).href, ...facts })),
  );
}
