import { CartDrawerHost } from '@/app/components/cart/cart-drawer-host';
import { CartLink } from '@/app/components/cart/cart-link';
import { type Market, viewOf } from '@/app/components/market/markets';
import { SearchField } from '@/app/components/search/search-field';
import { ShopLink } from '@/app/components/shop-link';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { listCollections } from '@/lib/catalog/queries';
import { getShop } from '@/lib/shop/queries';

const MAX_COLLECTIONS = 6;

/** Name, collections, search and cart. On a phone the collections are a row of their own that scrolls. */
export async function SiteHeader({ market }: { market: Market }) {
  const t = textOf(market);
  const [{ name, logo }, collections] = await Promise.all([
    getShop(),
    listCollections(viewOf(market).language),
  ]);
  return (
    <header className="border-b border-line">
      <div className="frame flex flex-wrap items-center gap-x-8 pt-2 md:flex-nowrap md:py-3">
        <ShopLink market={market} to="/" className="display text-title whitespace-nowrap">
          {logo === null ? (
            name
          ) : (
            // Its file is twice as large as it is shown. The words of a mark are the shop's name.
            // biome-ignore lint/performance/noImgElement: pictures of the shop are made in the size that they are shown in.
            <img
              src={logo.url}
              alt={name}
              width={Math.ceil(logo.width / 2)}
              height={Math.ceil(logo.height / 2)}
              className="h-auto max-h-10 w-auto max-w-40"
            />
          )}
        </ShopLink>
        <nav
          aria-label={t('common.mainNavigation')}
          className="fade-ends order-last -mx-4 w-[calc(100%+2rem)] overflow-x-auto px-4 md:order-none md:mx-0 md:w-auto md:grow md:px-0"
        >
          <ul className="flex gap-x-6 whitespace-nowrap md:flex-wrap">
            <li>
              <ShopLink market={market} to="/collections/all" className="nav-link">
                {t('common.allProducts')}
              </ShopLink>
            </li>
            {collections.slice(0, MAX_COLLECTIONS).map((collection) => (
              <li key={collection.slug}>
                <ShopLink
                  market={market}
                  to={`/collections/${encodeURIComponent(collection.slug)}`}
                  className="nav-link"
                >
                  {collection.title}
                </ShopLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="hidden lg:block">
          <TextProvider market={market} messages={sectionsOf(market, ['suggest'])}>
            <SearchField look="header" />
          </TextProvider>
        </div>
        <ul className="ml-auto flex gap-x-5 sm:gap-x-6">
          <li className="lg:hidden">
            <ShopLink market={market} to="/search" className="nav-link">
              {t('common.search')}
            </ShopLink>
          </li>
          {/* On a phone it stands in the footer: the row is for finding and buying. */}
          <li className="hidden sm:block">
            <ShopLink market={market} to="/account" className="nav-link">
              {t('common.account')}
            </ShopLink>
          </li>
          <li>
            <CartLink />
          </li>
        </ul>
      </div>
      <CartDrawerHost />
    </header>
  );
}
