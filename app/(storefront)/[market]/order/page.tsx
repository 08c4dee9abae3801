import type { Metadata } from 'next';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { pageMarket } from '../../_lib/page-market';
import { OrderView } from './order-view';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  // The address opens the order, so it is told to nobody.
  return { title: t('order.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** The page of every order (`/orders/{id}` is rewritten to it): which one and its token are known to the browser only. */
export default async function OrderPage({ params }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  return (
    <div className="frame grid min-h-svh content-start gap-8 pt-8 md:gap-12 md:pt-14">
      <TextProvider market={market} messages={sectionsOf(market, ['order', 'totals'])}>
        <OrderView />
      </TextProvider>
      <noscript>
        <h1 className="display text-display">{t('order.title')}</h1>
        <p className="text-lg">{t('common.needsScript')}</p>
      </noscript>
    </div>
  );
}
