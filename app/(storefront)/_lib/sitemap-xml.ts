const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escapeXml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);

export type SitemapEntry = { readonly url: string; readonly lastModified?: string | undefined };

/** A sitemap, or the index of several: the two differ in what their entries are called. */
export function sitemapXml(kind: 'urlset' | 'sitemapindex', entries: readonly SitemapEntry[]): string {
  const name = kind === 'urlset' ? 'url' : 'sitemap';
  const rows = entries.map(({ url, lastModified }) => {
    const changed = lastModified === undefined ? '' : `<lastmod>${lastModified}</lastmod>`;
    return `<${name}><loc>${escapeXml(url)}</loc>${changed}</${name}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${rows.join('\n')}
</${kind}>
`;
}

/** What search engines may hold for an hour, and a CDN for as long. */
export function sitemapResponse(xml: string): Response {
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=3600, s-maxage=3600',
    },
  });
}
