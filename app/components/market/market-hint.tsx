'use client';

import { useEffect, useState } from 'react';
import { type MarketChoice, readChosenMarket, rememberMarket, samePageIn } from './market-choice';
import type { Market } from './markets';

/**
 * A quiet offer to go where the shopper has shopped before, or where their language is spoken. Never more than an offer: a link
 * that somebody was sent shows what was sent. It lies over the page's end, so that nothing moves.
 */
export function MarketHint(props: { market: Market; choices: readonly MarketChoice[]; dismiss: string }) {
  const { market, choices, dismiss } = props;
  const [offered, setOffered] = useState<MarketChoice | null>(null);
  useEffect(() => setOffered(betterMarket(market, choices)), [market, choices]);
  if (offered === null) return null;
  const here = choices.find(({ code }) => code === market.code);
  return (
    <aside className="market-hint fixed inset-x-0 bottom-0 z-20 h-14 border-t border-line bg-paper">
      <p className="frame flex h-full items-center justify-between gap-x-6 text-sm leading-tight">
        <a
          href={offered.home}
          hrefLang={offered.locale}
          lang={offered.locale}
          className="py-3 text-act underline underline-offset-4"
          onClick={(event) => {
            rememberMarket(offered.code);
            event.currentTarget.href = samePageIn(offered, here);
          }}
        >
          {offered.hint}
        </a>
        <button
          type="button"
          className="py-3 underline underline-offset-4"
          onClick={() => {
            rememberMarket(market.code);
            setOffered(null);
          }}
        >
          {dismiss}
        </button>
      </p>
    </aside>
  );
}

/** What was chosen before; else, while nothing was, the first market of the browser's language if this one is of another. */
function betterMarket(market: Market, choices: readonly MarketChoice[]): MarketChoice | null {
  const chosen = readChosenMarket();
  if (chosen !== null) return choices.find(({ code }) => code === chosen && code !== market.code) ?? null;
  const [spoken = ''] = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  if (spoken === market.language) return null;
  return choices.find(({ language }) => language === spoken) ?? null;
}
