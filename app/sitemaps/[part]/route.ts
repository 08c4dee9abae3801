import { openMarkets, pathIn } from '@/app/components/market/markets';
import { listProductAddresses } from '@/lib/catalog/list-product-addresses';
import { listCollections } from '@/lib/catalog/queries';
import { parseId } from '@/lib/kernel/ids';
import { getShop } from '@/lib/shop/queries';
import { CONTENT_PAGES } from '../../(storefront)/_lib/content-pages';
import { publicUrl } from '../../(storefront)/_lib/public-url';
import { type SitemapEntry, sitemapResponse, sitemapXml } from '../../(storefront)/_lib/sitemap-xml';

// Made when it is asked for: a build knows no products.
export const dynamic = 'force-dynamic';

/** A part of the sitemap, as the index names it: what is in it stands there once a market that shows it. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const name = /^(.+)\.xml$/.exec((await params).part)?.[1] ?? '';
  const first = parseId('prod', name);
  if (first !== null) return sitemapResponse(sitemapXml('urlset', await productEntries(first)));
  if (name === 'pages') return sitemapResponse(sitemapXml('urlset', await pageEntries()));
  return new Response(null, { status: 404 });
}

async function pageEntries(): Promise<SitemapEntry[]> {
  const [{ currencies }, collections] = await Promise.all([getShop(), listCollections()]);
  const paths = [
    ...['/', '/collections/all'],
    ...collections.map(({ slug }) => `/collections/${encodeURIComponent(slug)}`),
    ...CONTENT_PAGES.map((page) => `/${page}`),
  ];
  return openMarkets(currencies).flatMap((market) =>
    paths.map((path) => ({ url: new URL(pathIn(market, path), publicUrl()).href })),
  );
}

async function productEntries(
  first: NonNullable<ReturnType<typeof parseId<'prod'>>>,
): Promise<SitemapEntry[]> {
  const [{ currency, currencies }, products] = await Promise.all([getShop(), listProductAddresses(first)]);
  const markets = openMarkets(currencies);
  return products.flatMap(({ slug, updatedAt, currencies: soldIn }) =>
    markets
      .filter((market) => soldIn.includes(market.currency ?? currency))
      .map((market) => ({
        url: new URL(pathIn(market, `/products/${encodeURIComponent(slug)}`), publicUrl()).href,
        lastModified: updatedAt,
      })),
  );
}
