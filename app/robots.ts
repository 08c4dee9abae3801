import type { MetadataRoute } from 'next';
import { publicUrl } from './(storefront)/_lib/public-url';
import { MARKETS, pathIn } from './components/market/markets';

// The public address is known to the running shop, not to its build.
export const dynamic = 'force-dynamic';

/** Pages that are somebody's own, or an answer to a question. */
const OWN = ['/account', '/cart', '/checkout', '/orders/', '/search'];

/** What search engines may look at: all that is the same for everybody. */
export default function robots(): MetadataRoute.Robots {
  const pages = MARKETS.flatMap((market) => OWN.map((path) => pathIn(market, path)));
  return {
    rules: { userAgent: '*', disallow: ['/api/', '/internal/', '/dashboard', ...pages] },
    sitemap: new URL('/sitemap.xml', publicUrl()).href,
  };
}
