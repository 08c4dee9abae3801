import type { MetadataRoute } from 'next';
import { publicUrl } from './(storefront)/_lib/public-url';

// The public address is known to the running shop, not to its build.
export const dynamic = 'force-dynamic';

/** What search engines may look at: all that is the same for everybody. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/api/', '/cart', '/checkout', '/orders/', '/search', '/internal/'] },
    sitemap: new URL('/sitemap.xml', publicUrl()).href,
  };
}
