import type { Metadata } from 'next';
import { type Market, pathIn } from '@/app/components/market/markets';
import { SOCIAL_PICTURE, socialPicturePath } from '@/lib/catalog/social-picture';
import { getShop } from '@/lib/shop/queries';

type Shared = {
  readonly title: string;
  readonly description: string;
  /** In the market. */
  readonly path: string;
  /** What the page shows, what it is about first. */
  readonly pictures: readonly ({ readonly url: string; readonly alt: string } | null)[];
};

/** How a page looks where people share it: Open Graph, and the one word that makes the picture large. */
export async function sharing(
  market: Market,
  { title, description, path, pictures }: Shared,
): Promise<Pick<Metadata, 'openGraph' | 'twitter'>> {
  const shown = pictures.filter((picture) => picture !== null);
  const [{ name }, url] = await Promise.all([
    getShop(),
    socialPicturePath(shown.map((picture) => picture.url)),
  ]);
  const images =
    url === null ? [] : [{ url, ...SOCIAL_PICTURE, type: 'image/jpeg', alt: shown[0]?.alt || title }];
  const words = { title, ...(description === '' ? {} : { description }), images };
  return {
    openGraph: {
      siteName: name,
      type: 'website',
      locale: market.locale.replace('-', '_'),
      url: pathIn(market, path),
      ...words,
    },
    twitter: { card: images.length === 0 ? 'summary' : 'summary_large_image', ...words },
  };
}
