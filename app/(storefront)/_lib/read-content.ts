import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from 'react';
import { type Market, pathIn } from '@/app/components/market/markets';
import { getSettings } from '@/lib/shop/queries';
import type { ContentPage } from './content-pages';
import { type Content, renderContent } from './render-content';

/** A text of content/ in a market's language. A page and its metadata ask for the same: it is read once. */
export const readContent = cache(async (market: Market, page: ContentPage | 'home'): Promise<Content> => {
  const file = join(process.cwd(), 'content', market.language, `${page}.md`);
  const [source, { name, mailSender }] = await Promise.all([readFile(file, 'utf8'), getSettings()]);
  return renderContent(source, {
    facts: { shop: name, mail: /<([^>]+)>/.exec(mailSender)?.[1] ?? mailSender },
    linkTo: (path) => pathIn(market, path),
  });
});
