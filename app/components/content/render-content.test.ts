import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MARKETS } from '@/app/components/market/markets';
import { defaultWords } from '@/lib/content/default-words';
import { CONTENT_LANGUAGES, CONTENT_PAGES } from '@/lib/content/model';
import { renderContent } from './render-content';

const context = {
  facts: { shop: 'Moth & Quoin', mail: 'hello@shop.example' },
  linkTo: (path: string) => `/fr-fr${path}`,
};
const page = (body: string) => renderContent({ title: 'T', description: 'Of {shop}', body }, context);

const languages = readdirSync('content');

/** The addresses of pages below a market: folders in round brackets do not show in them. */
const pages = readdirSync('app/(storefront)/[market]', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/page.tsx'))
  .map((file) => file.replace(/\/page\.tsx$/, '').replace(/\([^/]*\)\//g, ''));

test('every language of the shop has every page, with all facts known and no link that leads nowhere', async () => {
  expect(languages).toEqual(expect.arrayContaining(MARKETS.map(({ language }) => language)));
  expect(languages.toSorted()).toEqual([...CONTENT_LANGUAGES].sort());
  for (const language of languages) {
    for (const name of CONTENT_PAGES) {
      const { title, description, html } = renderContent(await defaultWords(language, name), context);
      expect(title.length, name).toBeGreaterThan(3);
      expect(description.length, name).toBeGreaterThan(30);
      expect(html + description, name).not.toMatch(/[{}]/);
      const targets = [...html.matchAll(/href="\/fr-fr\/([^"]*)"/g)].map(([, target]) => target);
      for (const target of targets) expect(pages, name).toContain(target);
    }
  }
});

test('facts are filled in and links of the shop stay in its market', () => {
  expect(page('{shop}: [how](/shipping), [write](mailto:{mail})').html).toBe(
    '<p>Moth &amp; Quoin: <a href="/fr-fr/shipping">how</a>, <a href="mailto:hello@shop.example">write</a></p>\n',
  );
  expect(page('x').description).toBe('Of Moth & Quoin');
});

test('HTML stays text and a link that would run something is none', () => {
  const { html } = page(
    '<script>alert(1)</script>\n\nan <img src=x onerror=y> and [a link](javascript:alert(1))',
  );
  expect(html).not.toMatch(/<(script|img|a)\b/);
  expect(html).toContain('&lt;script&gt;');
});
