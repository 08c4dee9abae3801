'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import { pathIn } from '@/app/components/market/markets';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { forgetDraft } from '../../checkout/draft';
import { useArea } from './area-context';

const PAGES = [
  ['/account', 'account.overview'],
  ['/account/orders', 'account.orders'],
  ['/account/addresses', 'account.addresses'],
  ['/account/details', 'account.details'],
  ['/account/data', 'account.data'],
] as const;

/** The account's pages, who is signed in, and the way out. On a phone the pages are a row that scrolls. */
export function AccountNavigation() {
  const { market, t } = useText();
  const { customer, onSignedOut } = useArea();
  const pathname = usePathname();
  const [refusal, setRefusal] = useState('');
  const row = useRef<HTMLElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page of the row.
  useEffect(() => {
    const present = row.current?.querySelector<HTMLElement>('[aria-current]');
    // Sideways only: the page itself stays where it is.
    if (present) row.current?.scrollTo({ left: present.offsetLeft - row.current.offsetLeft - 16 });
  }, [pathname]);

  async function signOut() {
    setRefusal('');
    const answer = await callApi('/api/auth/customer/sign-out', { method: 'POST' });
    if (answer.ok) {
      forgetDraft();
      onSignedOut();
    } else setRefusal(`${t('account.stillSignedIn')} ${problemText(answer.problem, t)}`);
  }

  return (
    <div className="grid min-w-0 content-start gap-4 md:col-span-3">
      <nav
        ref={row}
        aria-label={t('account.navigation')}
        className="-mx-4 overflow-x-auto border-b border-line px-4 md:mx-0 md:border-0 md:px-0"
      >
        <ul className="flex gap-x-6 whitespace-nowrap md:grid md:border-t md:border-line">
          {PAGES.map(([to, name]) => (
            <li key={to} className="md:border-b md:border-line">
              <ShopLink
                market={market}
                to={to}
                aria-current={pathname === pathIn(market, to) ? 'page' : undefined}
                className="flex min-h-12 items-center text-muted underline-offset-8 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline md:underline-offset-4"
              >
                {t(name)}
              </ShopLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-wrap items-center gap-x-6 text-sm text-muted md:grid md:justify-items-start">
        <p className="wrap-anywhere">{t('account.signedInAs', { email: customer.email })}</p>
        <Button kind="quiet" className="py-3" onClick={signOut}>
          {t('account.signOut')}
        </Button>
        <p role="alert" className="w-full text-bad empty:hidden">
          {refusal}
        </p>
      </div>
    </div>
  );
}
