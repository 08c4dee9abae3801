'use client';

import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { buttonClass } from '@/app/components/ui/button';

/** Inside a market: what is not there, and where to go from here. */
export default function NotFound() {
  const { market, t } = useText();
  return (
    <div className="frame grid justify-items-start gap-6 py-16 md:py-28">
      <h1 className="display text-display">{t('notFound.title')}</h1>
      <p className="max-w-[38rem] text-lg">{t('notFound.text')}</p>
      <div className="flex flex-wrap gap-4">
        <ShopLink market={market} to="/collections/all" className={buttonClass('act')}>
          {t('notFound.action')}
        </ShopLink>
        <ShopLink market={market} to="/search" className={buttonClass('plain')}>
          {t('common.search')}
        </ShopLink>
      </div>
    </div>
  );
}
