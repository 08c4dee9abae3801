import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AccentTokens } from '@/app/components/accent';
import { Document } from '@/app/components/document';
import { FollowLinks } from '@/app/components/follow-links';
import { MarketHint } from '@/app/components/market/market-hint';
import { DEFAULT_MARKET, findMarket, type Market } from '@/app/components/market/markets';
import { Offline } from '@/app/components/offline';
import { TellTaps } from '@/app/components/tell-taps';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { getShop } from '@/lib/shop/queries';
import '../_lib/carry-tags';
import { marketChoices } from '../_lib/market-choices';
import { publicUrl } from '../_lib/public-url';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

type Props = { params: Promise<{ market: string }> };

/** Pages of an unknown market do not exist, and say so themselves: they stand in the frame of the default one. */
async function frameMarket(params: Props['params']): Promise<Market> {
  return findMarket((await params).market) ?? DEFAULT_MARKET;
}

/** Pages are made when somebody first asks for them: a build knows neither the catalog nor a database. */
export function generateStaticParams(): { market: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [market, { name }] = await Promise.all([frameMarket(params), getShop()]);
  return {
    metadataBase: publicUrl(),
    title: { default: name, template: `%s – ${name}` },
    applicationName: name,
    openGraph: { siteName: name, type: 'website', locale: market.locale.replace('-', '_') },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

/** What a browser's own frame is coloured like: the page's paper, in either theme. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121211' },
  ],
};

export default async function MarketLayout({ params, children }: Props & { children: ReactNode }) {
  const market = await frameMarket(params);
  const t = textOf(market);
  const { currency, currencies, accent } = await getShop();
  return (
    <Document language={market.language} currency={market.currency ?? currency}>
      <TextProvider
        market={market}
        messages={sectionsOf(market, ['common', 'cart', 'problem', 'error', 'notFound'])}
      >
        {accent === null ? null : <AccentTokens accent={accent} />}
        <noscript>
          <style>{'.needs-script { display: none }'}</style>
        </noscript>
        <a
          href="#content"
          className="sr-only bg-paper px-4 py-3 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10"
        >
          {t('common.skip')}
        </a>
        <FollowLinks />
        <TellTaps />
        <Offline />
        <SiteHeader market={market} />
        <main id="content" tabIndex={-1} className="grow outline-none">
          {children}
        </main>
        <SiteFooter market={market} />
        <MarketHint
          market={market}
          choices={marketChoices(currency, currencies)}
          dismiss={t('market.dismiss')}
        />
      </TextProvider>
    </Document>
  );
}
