import type { MarketChoice } from '@/app/components/market/market-choice';
import { openMarkets, pathIn } from '@/app/components/market/markets';
import { textOf } from '@/app/components/text/messages';

/** The markets that a shopper may choose from, each in its own words: `France (français, EUR)`. */
export function marketChoices(shopCurrency: string, currencies: readonly string[]): readonly MarketChoice[] {
  return openMarkets(currencies).map((market) => {
    const { code, language, locale, country, currency } = market;
    const place = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
    const tongue = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
    const name = `${place} (${tongue}, ${currency ?? shopCurrency})`;
    return {
      code,
      language,
      locale,
      home: pathIn(market, '/'),
      name,
      hint: textOf(market)('market.hint', { name }),
    };
  });
}
