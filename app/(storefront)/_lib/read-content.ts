import { cache } from 'react';
import { type Content, renderContent } from '@/app/components/content/render-content';
import { type Market, pathIn } from '@/app/components/market/markets';
import { defaultWords } from '@/lib/content/default-words';
import { findWords } from '@/lib/content/find-words';
import type { ContentPage } from '@/lib/content/model';
import { getSettings } from '@/lib/shop/queries';

/**
 * What a page says in a market's language: a merchant's words, else those that the shop came with. A page and its metadata
 * ask for the same: it is read once.
 */
export const readContent = cache(async (market: Market, page: ContentPage): Promise<Content> => {
  const [words, { name, mailSender }] = await Promise.all([findWords(market.language, page), getSettings()]);
  return renderContent(words ?? (await defaultWords(market.language, page)), {
    facts: { shop: name, mail: /<([^>]+)>/.exec(mailSender)?.[1] ?? mailSender },
    linkTo: (path) => pathIn(market, path),
  });
});
