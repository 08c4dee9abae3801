/** A market to choose, in its own words. */
export type MarketChoice = {
  readonly code: string;
  readonly language: string;
  readonly locale: string;
  /** Where its front page is. */
  readonly home: string;
  /** `France (français, EUR)` */
  readonly name: string;
  /** Said to whom it may suit better, while they look at another one. */
  readonly hint: string;
};

const KEY = 'doorbuster:market';

/** The market that was chosen in this browser; null: none was. */
export function readChosenMarket(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberMarket(code: string): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Storage is full or forbidden: the choice then holds for this page.
  }
}

/** The page one is on, in another market: `/products/two-bells` as `/fr-fr/products/two-bells`. */
export function samePageIn(choice: MarketChoice, here: MarketChoice | undefined): string {
  const prefix = here === undefined || here.home === '/' ? '' : here.home;
  const { pathname, search, hash } = location;
  const isInside = prefix !== '' && (pathname === prefix || pathname.startsWith(`${prefix}/`));
  const path = isInside ? pathname.slice(prefix.length) : pathname;
  const to = choice.home === '/' ? path || '/' : `${choice.home}${path === '/' ? '' : path}`;
  return `${to}${search}${hash}`;
}
