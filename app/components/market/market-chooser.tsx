'use client';

import type { MouseEvent } from 'react';
import { type MarketChoice, rememberMarket, samePageIn } from './market-choice';
import type { Market } from './markets';

/** The markets, as links to where one is in each of them; without a script, to their front pages. */
export function MarketChooser(props: { market: Market; choices: readonly MarketChoice[]; label: string }) {
  const { market, choices, label } = props;
  if (choices.length < 2) return null;
  const here = choices.find(({ code }) => code === market.code);

  function choose(event: MouseEvent<HTMLAnchorElement>, choice: MarketChoice) {
    rememberMarket(choice.code);
    // Known only once somebody chooses: the page itself is the same bytes at every address.
    event.currentTarget.href = samePageIn(choice, here);
  }

  return (
    <nav aria-label={label} className="mt-4">
      <ul className="grid">
        {choices.map((choice) => (
          <li key={choice.code}>
            <a
              href={choice.home}
              hrefLang={choice.locale}
              lang={choice.locale}
              aria-current={choice === here ? 'true' : undefined}
              data-needs-script
              className="nav-link py-1.5 aria-[current]:font-semibold aria-[current]:text-ink"
              onClick={(event) => choose(event, choice)}
            >
              {choice.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
