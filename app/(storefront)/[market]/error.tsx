'use client';

import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';

/** A page that broke: what it means for the shopper, a second try, and the mark under which it was logged. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const { market, t } = useText();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <div className="frame grid justify-items-start gap-6 py-16 md:py-28">
      <h1 className="display text-poster">{t('error.title')}</h1>
      <p className="max-w-[38rem] text-lg">{t('error.text')}</p>
      <div className="flex flex-wrap gap-4">
        <Button kind="act" onClick={retry}>
          {t('common.tryAgain')}
        </Button>
        <ShopLink market={market} to="/" className={buttonClass('plain')}>
          {t('common.home')}
        </ShopLink>
        <ShopLink market={market} to="/contact" className={buttonClass('plain')}>
          {t('notFound.write')}
        </ShopLink>
      </div>
      {digest ? <p className="text-sm text-muted">{t('error.support', { id: digest })}</p> : null}
    </div>
  );
}
