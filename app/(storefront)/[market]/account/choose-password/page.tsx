import type { Metadata } from 'next';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { pageMarket } from '../../../_lib/page-market';
import { ChoosePasswordForm } from './choose-password-form';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  // The address opens an account, so it is told to nobody.
  return {
    title: t('account.chooseTitle'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

/** Where the links in mails lead: which one it is is known to the browser only. */
export default async function ChoosePasswordPage({ params }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  return (
    <div className="frame grid gap-8 pt-8 md:gap-12 md:pt-14">
      <h1 className="display text-display">{t('account.chooseTitle')}</h1>
      <TextProvider market={market} messages={sectionsOf(market, ['account'])}>
        <ChoosePasswordForm />
      </TextProvider>
      <noscript>
        <p className="text-lg">{t('common.needsScript')}</p>
      </noscript>
    </div>
  );
}
