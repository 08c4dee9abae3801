import { type Market, pathIn } from '@/app/components/market/markets';
import { publicUrl } from './public-url';

/** Facts for search engines (schema.org). What could end the script element is escaped. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: what could end the script is escaped above.
      dangerouslySetInnerHTML={{ __html: json }}
    />
  );
}

/** The address of a market's page, whole. */
export const absolute = (market: Market, path: string): string =>
  new URL(pathIn(market, path), publicUrl()).href;

/** The way from the front page to here: names and paths, this page last. */
export function breadcrumbData(market: Market, steps: readonly { name: string; path: string }[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(market, path),
    })),
  };
}

/** The house and its site, with how it is searched. */
export function siteData(market: Market, name: string): object {
  const home = absolute(market, '/');
  return {
    '@graph': [
      {
        '@type': 'Organization',
        '@id': `${publicUrl().origin}/#shop`,
        name,
        url: publicUrl().origin,
        logo: new URL('/icon.svg', publicUrl()).href,
      },
      {
        '@type': 'WebSite',
        name,
        url: home,
        inLanguage: market.locale,
        publisher: { '@id': `${publicUrl().origin}/#shop` },
        potentialAction: {
          '@type': 'SearchAction',
          target: {
            '@type': 'EntryPoint',
            urlTemplate: `${absolute(market, '/search')}?query={search_term_string}`,
          },
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  };
}
