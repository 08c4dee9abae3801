import type { Market } from '@/app/components/market/markets';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import { getShop } from '@/lib/shop/queries';

/** The quiet end of every page. */
export async function SiteFooter({ market }: { market: Market }) {
  const t = textOf(market);
  const { name } = await getShop();
  return (
    <footer className="mt-24 border-t border-line">
      <div className="frame flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 py-6 text-sm text-muted">
        <p>{name}</p>
        <p>{t('common.testShop')}</p>
        <nav aria-label={t('common.footerNavigation')}>
          <ul className="flex gap-x-6">
            <li>
              <ShopLink market={market} to="/collections/all" className="nav-link">
                {t('common.allProducts')}
              </ShopLink>
            </li>
            <li>
              <a href="/docs/api" className="nav-link">
                {t('common.apiReference')}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
