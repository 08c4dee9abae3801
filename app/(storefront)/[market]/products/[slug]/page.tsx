import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { FirstPaint } from '@/app/components/first-paint';
import { type Market, pathIn, viewOf } from '@/app/components/market/markets';
import { PLACEHOLDER } from '@/app/components/picture';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import type { StoreProduct } from '@/lib/catalog/model';
import { findProductBySlug } from '@/lib/catalog/queries';
import { getShop } from '@/lib/shop/queries';
import { alternatesOf } from '../../../_lib/alternates';
import { breadcrumbData, JsonLd } from '../../../_lib/json-ld';
import { pageMarket } from '../../../_lib/page-market';
import { segment } from '../../../_lib/segment';
import { sharing } from '../../../_lib/sharing';
import { Details } from './details';
import { Gallery } from './gallery';
import { Purchase } from './purchase';
import { RelatedProducts } from './related-products';
import { productData } from './structured-data';

type Props = { params: Promise<{ market: string; slug: string }> };

export const revalidate = 60;

export function generateStaticParams(): { market: string; slug: string }[] {
  return [];
}

// The page and its metadata ask for the same product: one statement.
const productOf = cache((slug: string, market: Market) => findProductBySlug(slug, viewOf(market)));

async function productPage(params: Props['params']): Promise<{ market: Market; product: StoreProduct }> {
  const [market, { slug }] = await Promise.all([pageMarket(params), params]);
  const product = (await productOf(segment(slug), market)) ?? notFound();
  return { market, product };
}

const MAX_DESCRIPTION = 160;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ market, product }, { name }] = await Promise.all([productPage(params), getShop()]);
  const { title, vendor, images } = product;
  const path = `/products/${encodeURIComponent(product.slug)}`;
  // Nothing is written of it yet: what it is, whose, and where.
  const facts = [title, vendor, name].filter((fact) => fact !== null && fact !== '').join(' · ');
  const words = product.descriptionText.replaceAll(/\s+/g, ' ').trim();
  const description = (words === '' ? facts : words).slice(0, MAX_DESCRIPTION);
  // The work whole, and a look at it from near or where it hangs.
  const pictures = images.slice(0, 2);
  return {
    title,
    description,
    alternates: await alternatesOf(market, path),
    ...(await sharing(market, { title, description, path, pictures })),
  };
}

/** A product: its pictures, what it costs, what can be chosen, and what the merchant says of it. */
export default async function ProductPage({ params }: Props) {
  const { market, product } = await productPage(params);
  // It has moved: links to where it was go on leading to it.
  if (product.slug !== segment((await params).slug))
    permanentRedirect(pathIn(market, `/products/${encodeURIComponent(product.slug)}`));
  const t = textOf(market);
  const { slug, title, vendor, options, variants, images, descriptionHtml } = product;
  const picture = images.find((image) => image.url !== PLACEHOLDER)?.url ?? null;
  return (
    <TextProvider market={market} messages={sectionsOf(market, ['product', 'list'])}>
      <FirstPaint />
      <article className="frame grid gap-8 pt-4 md:picture-beside md:gap-x-16 md:pt-8">
        <div className="min-w-0">
          <Gallery
            images={images}
            title={title}
            label={t('product.pictures')}
            enlarge={t('product.enlarge')}
          />
        </div>
        <div className="grid max-w-[36rem] content-start gap-8 self-start md:sticky md:top-8">
          <header className="grid gap-3">
            <h1 className="display text-display">{title}</h1>
            {vendor === '' ? null : <p className="text-lg text-muted">{vendor}</p>}
          </header>
          <Purchase product={{ slug, options, variants, picture }} />
          {descriptionHtml === '' ? null : (
            <section aria-label={t('product.description')} className="border-t border-line pt-8">
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it was sanitised when it was written. */}
              <div className="prose" dangerouslySetInnerHTML={{ __html: descriptionHtml }} />
            </section>
          )}
          <Details market={market} product={product} />
        </div>
        <JsonLd data={productData(product, market)} />
        <JsonLd
          data={breadcrumbData(market, [
            { name: t('common.home'), path: '/' },
            { name: t('common.allProducts'), path: '/collections/all' },
            { name: title, path: `/products/${encodeURIComponent(slug)}` },
          ])}
        />
      </article>
      <RelatedProducts market={market} product={product.id} />
    </TextProvider>
  );
}
