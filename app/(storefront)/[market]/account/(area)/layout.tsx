import type { ReactNode } from 'react';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { pageMarket } from '../../../_lib/page-market';
import { AccountArea } from './account-area';

type Props = { params: Promise<{ market: string }>; children: ReactNode };

/** What the account's pages share: the same for everyone, who is signed in is known to the browser only. */
export default async function AccountLayout({ params, children }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  return (
    <div className="frame pt-8 md:pt-14">
      <TextProvider market={market} messages={sectionsOf(market, ['account', 'order', 'checkout', 'totals'])}>
        <AccountArea>{children}</AccountArea>
      </TextProvider>
      <noscript>
        <h1 className="display mb-8 text-display">{t('account.title')}</h1>
        <p className="text-lg">{t('common.needsScript')}</p>
      </noscript>
    </div>
  );
}
