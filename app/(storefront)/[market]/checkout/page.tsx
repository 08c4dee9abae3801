import type { Metadata } from 'next';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { pageMarket } from '../../_lib/page-market';
import { Checkout } from './checkout';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('checkout.title'), robots: { index: false, follow: false } };
}

/** Checkout: the same page for everyone; the cart, the quote and the order are the browser's business. */
export default async function CheckoutPage({ params }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  return (
    <div className="frame grid min-h-svh content-start gap-8 pt-8 md:gap-12 md:pt-14">
      <h1 className="display text-display">{t('checkout.title')}</h1>
      <TextProvider market={market} messages={sectionsOf(market, ['checkout', 'totals'])}>
        <Checkout />
      </TextProvider>
      <noscript>
        <p className="text-lg">{t('common.needsScript')}</p>
      </noscript>
    </div>
  );
}
