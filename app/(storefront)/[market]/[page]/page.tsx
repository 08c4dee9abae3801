import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Market } from '@/app/components/market/markets';
import { alternatesOf } from '../../_lib/alternates';
import { type ContentPage, isContentPage } from '../../_lib/content-pages';
import { pageMarket } from '../../_lib/page-market';
import { readContent } from '../../_lib/read-content';
import type { Content } from '../../_lib/render-content';

type Props = { params: Promise<{ market: string; page: string }> };

export const revalidate = 60;

export function generateStaticParams(): { market: string; page: string }[] {
  return [];
}

async function textOfPage(
  params: Props['params'],
): Promise<{ market: Market; page: ContentPage; content: Content }> {
  const [market, { page }] = await Promise.all([pageMarket(params), params]);
  if (!isContentPage(page)) notFound();
  return { market, page, content: await readContent(market, page) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { market, page, content } = await textOfPage(params);
  const { title, description } = content;
  return { title, description, alternates: await alternatesOf(market, `/${page}`) };
}

/** What the shop says of itself and its terms: a text of content/, in the market's language. */
export default async function TextPage({ params }: Props) {
  const { title, html } = (await textOfPage(params)).content;
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
