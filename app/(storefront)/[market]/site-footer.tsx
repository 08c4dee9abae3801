import type { ReactNode } from 'react';
import { MarketChooser } from '@/app/components/market/market-chooser';
import { type Market, viewOf } from '@/app/components/market/markets';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import { listCollections } from '@/lib/catalog/queries';
import { getShop } from '@/lib/shop/queries';
import type { ContentPage } from '../_lib/content-pages';
import { marketChoices } from '../_lib/market-choices';

/** Which texts stand together. */
const HELP: readonly ContentPage[] = ['shipping', 'contact'];
const HOUSE: readonly ContentPage[] = ['about', 'privacy', 'terms'];

const MAX_COLLECTIONS = 8;

/** The quiet end of every page: everywhere one can go, and what the house answers for. */
export async function SiteFooter({ market }: { market: Market }) {
  const t = textOf(market);
  const [{ name, currency, currencies }, collections] = await Promise.all([
    getShop(),
    listCollections(viewOf(market).language),
  ]);
  const choices = marketChoices(currency, currencies);
  const link = (to: string, text: string) => (
    <li key={to}>
      <ShopLink market={market} to={to} className="nav-link py-1.5">
        {text}
      </ShopLink>
    </li>
  );
  return (
    <footer className="mt-24 border-t border-line text-sm md:mt-36">
      <div className="frame grid grid-cols-2 gap-x-6 gap-y-10 py-12 sm:grid-cols-3 md:grid-cols-12 md:py-16">
        <div className="col-span-2 grid content-start gap-2 sm:col-span-3 md:col-span-6">
          <p className="display text-title">{name}</p>
          <p className="text-muted">{t('footer.testShop')}</p>
          <MarketChooser market={market} choices={choices} label={t('market.label')} />
        </div>
        <Links title={t('footer.shop')}>
          {link('/collections/all', t('common.allProducts'))}
          {collections
            .slice(0, MAX_COLLECTIONS)
            .map(({ slug, title }) => link(`/collections/${encodeURIComponent(slug)}`, title))}
        </Links>
        <Links title={t('footer.help')}>
          {HELP.map((page) => link(`/${page}`, t(`footer.${page}`)))}
          {link('/account', t('common.account'))}
        </Links>
        <Links title={t('footer.house')}>
          {HOUSE.map((page) => link(`/${page}`, t(`footer.${page}`)))}
          <li>
            <a href="/docs/api" className="nav-link py-1.5">
              {t('footer.apiReference')}
            </a>
          </li>
        </Links>
      </div>
    </footer>
  );
}

function Links({ title, children }: { title: string; children: ReactNode }) {
  return (
    <nav aria-label={title} className="md:col-span-2">
      <p aria-hidden="true" className="mb-1 py-1.5 text-muted">
        {title}
      </p>
      <ul>{children}</ul>
    </nav>
  );
}
