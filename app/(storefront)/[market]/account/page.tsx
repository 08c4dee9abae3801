import type { Metadata } from 'next';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { pageMarket } from '../../_lib/page-market';
import { AccountView } from './account-view';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('account.title'), robots: { index: false, follow: false } };
}

/** The account's page: the same for everyone, who is signed in is known to the browser only. */
export default async function AccountPage({ params }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  return (
    <div className="frame grid gap-8 pt-8 md:gap-12 md:pt-14">
      <h1 className="display text-display">{t('account.title')}</h1>
      <TextProvider market={market} messages={sectionsOf(market, ['account', 'order'])}>
        <AccountView />
      </TextProvider>
      <noscript>
        <p className="text-lg">{t('common.needsScript')}</p>
      </noscript>
    </div>
  );
}
