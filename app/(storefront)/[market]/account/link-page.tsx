import type { ReactNode } from 'react';
import type { Market } from '@/app/components/market/markets';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';

/** The frame of a page that a link in a mail leads to. */
export function LinkPage({
  market,
  title,
  children,
}: {
  market: Market;
  title: string;
  children: ReactNode;
}) {
  const t = textOf(market);
  return (
    <div className="frame grid gap-8 pt-8 md:gap-12 md:pt-14">
      <h1 className="display text-display">{title}</h1>
      <TextProvider market={market} messages={sectionsOf(market, ['account'])}>
        {children}
      </TextProvider>
      <noscript>
        <p className="text-lg">{t('common.needsScript')}</p>
      </noscript>
    </div>
  );
}
