import { listProductParts } from '@/lib/catalog/list-product-addresses';
import { publicUrl } from '../(storefront)/_lib/public-url';
import { sitemapResponse, sitemapXml } from '../(storefront)/_lib/sitemap-xml';

// Made when it is asked for: a build knows no products.
export const dynamic = 'force-dynamic';

/** The index of the sitemap: a part for the pages, and one for each few thousand products. */
export async function GET(): Promise<Response> {
  const parts = ['pages', ...(await listProductParts())];
  return sitemapResponse(
    sitemapXml(
      'sitemapindex',
      parts.map((part) => ({ url: new URL(`/sitemaps/${part}.xml`, publicUrl()).href })),
    ),
  );
}
