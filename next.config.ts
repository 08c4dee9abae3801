import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import { marketRedirects, marketRewrites, missingFileRewrites } from './app/components/market/rewrites';
import { securityHeaders } from './lib/platform/security-headers';

const tellingPageCache = fileURLToPath(new URL('./stack/origin/cache-handler.mjs', import.meta.url));

const config: NextConfig = {
  // A build goes to a directory named after its sources, so building a new one never pulls files from
  // under a shop that is serving.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // The edge compares build ids, so that it never serves pages of one build with routes of another.
  generateBuildId: () => process.env.RELEASE ?? null,
  // Behind our own edge an origin keeps no page: one cache, in front of all origins.
  ...(process.env.PAGE_CACHE === 'edge' ? { cacheHandler: tellingPageCache, cacheMaxMemorySize: 0 } : {}),
  // A page may be shown no longer than it is fresh: stale ones are the front cache's business, within its own bounds.
  expireTime: 60,
  // Types are checked by `npm run check`. Next would also write each build's folder into tsconfig.json.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.NEXT_TSCONFIG ?? 'tsconfig.json' },
  poweredByHeader: false,
  compress: false,
  images: { unoptimized: true },
  // Read when a page is made, by a name that only then is known.
  outputFileTracingIncludes: {
    '/api/admin/orders/[id]/*': ['./lib/orders/internal/fonts/*.ttf'],
    '/[market]/**': ['./content/**/*.md'],
    '/api/admin/content/**': ['./content/**/*.md'],
  },
  // It reads the metrics of its fonts from files beside its own.
  serverExternalPackages: ['pdfkit'],
  experimental: {
    globalNotFound: true,
    // A build goes to a folder of its own and finds no cache there: writing one cost a fifth of its time.
    turbopackFileSystemCacheForBuild: false,
    // How long a browser that moves from page to page shows what it has seen: prices and stock age meanwhile.
    staleTimes: { static: 30, dynamic: 0 },
  },
  // React's development build evaluates code, which the policy of the real shop forbids.
  headers: () =>
    process.env.NODE_ENV === 'development'
      ? []
      : [
          { source: '/((?!api/).*)', headers: asList(securityHeaders('page')) },
          { source: '/api/:path*', headers: asList(securityHeaders('api')) },
          // Their names carry no hash, so a browser may keep them for a while, not for ever.
          {
            source: '/art/:path*',
            headers: [{ key: 'cache-control', value: 'public, max-age=3600, stale-while-revalidate=86400' }],
          },
        ],
  redirects: marketRedirects,
  rewrites: () => ({ beforeFiles: marketRewrites(), afterFiles: missingFileRewrites(), fallback: [] }),
};

function asList(headers: Record<string, string>) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

export default config;
