'use client';

import { pathIn } from '@/app/components/market/markets';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { TextField } from '@/app/components/ui/field';

/** Inside a market: what is not there, and the ways on: by name, by looking around, by asking somebody. */
export default function NotFound() {
  const { market, t } = useText();
  return (
    <div className="frame grid gap-10 py-16 md:gap-14 md:py-28">
      <div className="grid gap-6">
        <h1 className="display text-poster">{t('notFound.title')}</h1>
        <p className="max-w-[38rem] text-lg">{t('notFound.text')}</p>
      </div>
      <search>
        <form
          action={pathIn(market, '/search')}
          className="grid max-w-[38rem] grid-cols-[1fr_auto] items-end gap-3"
        >
          <TextField
            id="not-found-query"
            name="query"
            type="search"
            label={t('notFound.search')}
            maxLength={200}
            required
            enterKeyHint="search"
          />
          <Button type="submit">{t('common.search')}</Button>
        </form>
      </search>
      <div className="flex flex-wrap gap-4">
        <ShopLink market={market} to="/collections/all" className={buttonClass('act')}>
          {t('notFound.action')}
        </ShopLink>
        <ShopLink market={market} to="/contact" className={buttonClass('plain')}>
          {t('notFound.write')}
        </ShopLink>
      </div>
    </div>
  );
}
