import { expect, test } from 'vitest';
import { sitemapXml } from './sitemap-xml';

test('addresses are escaped, and a change is told where it is known', () => {
  const xml = sitemapXml('urlset', [
    { url: 'https://shop.example/a?b=1&c=<2>', lastModified: '2026-11-22T12:00:00.000Z' },
    { url: 'https://shop.example/' },
  ]);
  expect(xml).toContain(
    '<loc>https://shop.example/a?b=1&amp;c=&lt;2&gt;</loc><lastmod>2026-11-22T12:00:00.000Z</lastmod>',
  );
  expect(xml).toContain('<url><loc>https://shop.example/</loc></url>');
  expect(sitemapXml('sitemapindex', [{ url: 'https://shop.example/s.xml' }])).toContain('<sitemap><loc>');
});
