import type { Metadata } from 'next';
import { pathIn } from '@/app/components/market/markets';
import { Picture, PLACEHOLDER } from '@/app/components/picture';
import { ProductGrid } from '@/app/components/product-grid';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import { buttonClass } from '@/app/components/ui/button';
import { listCollections, listProducts } from '@/lib/catalog/queries';
import { formatMoney } from '@/lib/kernel/money';
import { pageMarket } from '../_lib/page-market';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

const NEWEST = 9;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { alternates: { canonical: pathIn(await pageMarket(params), '/') } };
}

/** The front page: the newest product large, those before it, and the collections. */
export default async function HomePage({ params }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  const [{ items }, collections] = await Promise.all([
    listProducts({ sort: 'newest', limit: NEWEST }),
    listCollections(),
  ]);
  // The newest that can be seen: a picture is what the front page is for.
  const hero = items.find(({ image }) => image !== null && image.url !== PLACEHOLDER) ?? items[0];
  const others = items.filter((product) => product !== hero);
  if (hero === undefined) {
    return (
      <div className="frame grid gap-6 py-16 md:py-28">
        <h1 className="display text-display">{t('home.empty')}</h1>
        <p className="text-lg">{t('home.emptyText')}</p>
      </div>
    );
  }
  return (
    <div className="frame grid gap-20 pt-4 md:gap-28 md:pt-8">
      <section className="group relative grid items-end gap-6 md:picture-beside md:gap-x-12">
        <Picture
          image={hero.image}
          title={hero.title}
          plate="initial"
          sizes="(min-width: 100rem) 54rem, (min-width: 56rem) 55vw, 92vw"
          isFirst
        />
        <div className="grid gap-4 md:pb-2">
          <h1 className="display text-poster">
            <ShopLink
              market={market}
              to={`/products/${encodeURIComponent(hero.slug)}`}
              className="after:absolute after:inset-0"
            >
              {hero.title}
            </ShopLink>
          </h1>
          <p className="figures text-lg text-muted">
            {hero.available ? formatMoney(hero.price, market.locale) : t('list.soldOut')}
          </p>
        </div>
      </section>
      {others.length === 0 ? null : (
        <section aria-labelledby="newest" className="grid gap-8">
          <h2 id="newest" className="display text-title">
            {t('home.newest')}
          </h2>
          <ProductGrid market={market} products={others} />
          <p>
            <ShopLink market={market} to="/collections/all" className={buttonClass('plain')}>
              {t('home.seeAll')}
            </ShopLink>
          </p>
        </section>
      )}
      {collections.length === 0 ? null : (
        <section aria-labelledby="collections" className="grid gap-4">
          <h2 id="collections" className="display text-title">
            {t('common.collections')}
          </h2>
          <ul className="border-t border-line">
            {collections.map((collection) => (
              <li key={collection.id} className="border-b border-line">
                <ShopLink
                  market={market}
                  to={`/collections/${encodeURIComponent(collection.slug)}`}
                  className="display block py-4 text-display underline-offset-8 hover:underline"
                >
                  {collection.title}
                </ShopLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
