import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findMarket, pathIn } from '@/app/components/market/markets';
import { getSettings } from '@/lib/shop/queries';
import { pageMarket } from '../../_lib/page-market';
import { isContentPage } from './content-pages';
import { type Content, renderContent } from './render-content';

type Props = { params: Promise<{ market: string; page: string }> };

export const revalidate = 60;

export function generateStaticParams(): { market: string; page: string }[] {
  return [];
}

// The page and its metadata ask for the same text: it is read once.
const contentOf = cache(async (code: string, page: string): Promise<Content> => {
  const market = findMarket(code);
  if (market === null || !isContentPage(page)) notFound();
  const file = join(process.cwd(), 'content', market.language, `${page}.md`);
  const [source, { name, mailSender }] = await Promise.all([readFile(file, 'utf8'), getSettings()]);
  return renderContent(source, {
    facts: { shop: name, mail: /<([^>]+)>/.exec(mailSender)?.[1] ?? mailSender },
    linkTo: (path) => pathIn(market, path),
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [market, { page }] = await Promise.all([pageMarket(params), params]);
  const { title, description } = await contentOf(market.code, page);
  return { title, description, alternates: { canonical: pathIn(market, `/${page}`) } };
}

/** What the shop says of itself and its terms: a text of content/, in the market's language. */
export default async function TextPage({ params }: Props) {
  const [market, { page }] = await Promise.all([pageMarket(params), params]);
  const { title, html } = await contentOf(market.code, page);
  return (
    <article className="frame grid gap-8 pt-8 md:grid-cols-12 md:gap-x-12 md:gap-y-14 md:pt-14">
      <h1 className="display text-display md:col-span-10">{title}</h1>
      <div
        className="prose text-lg md:col-span-8 md:col-start-5"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own texts; HTML inside them stays text.
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </article>
  );
}
