import type { Metadata } from 'next';
import { FirstPaint } from '@/app/components/first-paint';
import { alternatesOf } from './alternates';
import type { ContentPage } from './content-pages';
import { pageMarket } from './page-market';
import { readContent } from './read-content';

export type TextPageProps = { readonly params: Promise<{ market: string }> };

export async function textMetadata({ params }: TextPageProps, page: ContentPage): Promise<Metadata> {
  const market = await pageMarket(params);
  const { title, description } = await readContent(market, page);
  return { title, description, alternates: await alternatesOf(market, `/${page}`) };
}

/**
 * A page that is a text of content/. Each has a route of its own: a route for any name would keep a page of every address
 * that somebody makes up.
 */
export async function TextPage({ params, page }: TextPageProps & { page: ContentPage }) {
  const { title, html } = await readContent(await pageMarket(params), page);
  return (
    <article className="frame grid gap-8 pt-8 md:grid-cols-12 md:gap-x-12 md:gap-y-14 md:pt-14">
      <FirstPaint />
      <h1 className="display text-display md:col-span-10">{title}</h1>
      <div
        className="prose text-lg md:col-span-8 md:col-start-5"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own texts; HTML inside them stays text.
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </article>
  );
}
