import type { Metadata } from 'next';
import { textOf } from '@/app/components/text/messages';
import { pageMarket } from '../../../_lib/page-market';
import { LinkPage } from '../link-page';
import { ConfirmEmail } from './confirm-email';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  // The address opens an account, so it is told to nobody.
  return {
    title: t('account.confirmEmailTitle'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

/** Where links that prove another address lead. */
export default async function ConfirmEmailPage({ params }: Props) {
  const market = await pageMarket(params);
  return (
    <LinkPage market={market} title={textOf(market)('account.confirmEmailTitle')}>
      <ConfirmEmail />
    </LinkPage>
  );
}
