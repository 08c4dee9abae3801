import type { Metadata } from 'next';
import { textOf } from '@/app/components/text/messages';
import { pageMarket } from '../../_lib/page-market';
import { CartView } from './cart-view';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('cart.title'), robots: { index: false, follow: false } };
}

/** The cart's page: the same for everyone, its content is in the browser. */
export default async function CartPage({ params }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  return (
    <div className="frame grid min-h-svh content-start gap-8 pt-8 md:gap-12 md:pt-14">
      <h1 className="display text-display">{t('cart.title')}</h1>
      <CartView />
      <noscript>
        <p className="text-lg">{t('common.needsScript')}</p>
      </noscript>
    </div>
  );
}
