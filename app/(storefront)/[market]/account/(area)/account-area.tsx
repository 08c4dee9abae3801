'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { rememberSignedIn } from '@/app/components/account/signed-in-hint';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { Button, buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { Customer, CustomerSession } from '@/lib/customers/model';
import { forgetDraft } from '../../checkout/draft';
import { Entry } from '../entry';
import { AccountNavigation } from './account-navigation';
import { AreaContext } from './area-context';

type State =
  | { readonly kind: 'loading' | 'signed-out' }
  | { readonly kind: 'signed-in'; readonly customer: Customer }
  | { readonly kind: 'erased'; readonly orderCount: number }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** The account's pages for whoever is signed in, and the ways to sign in for everybody else. */
export function AccountArea({ children }: { children: ReactNode }) {
  const { market, t } = useText();
  const [state, setState] = useState<State>({ kind: 'loading' });

  const enter = useCallback((customer: Customer) => {
    rememberSignedIn(true);
    setState({ kind: 'signed-in', customer });
  }, []);
  const leave = useCallback(() => {
    rememberSignedIn(false);
    setState({ kind: 'signed-out' });
  }, []);
  const look = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await callApi<CustomerSession>('/api/account', signal ? { signal } : {});
      if (answer.ok) enter(answer.value.customer);
      else if (answer.problem.code === 'unauthenticated') leave();
      else setState({ kind: 'failed', problem: answer.problem });
    },
    [enter, leave],
  );

  useEffect(() => {
    const leaving = new AbortController();
    // Aborted is all that it can be, and then nobody waits.
    void look(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [look]);

  const customer = state.kind === 'signed-in' ? state.customer : null;
  const area = useMemo(
    () =>
      customer && {
        customer,
        onSignedOut: leave,
        onErased: (orderCount: number) => {
          rememberSignedIn(false);
          forgetDraft();
          setState({ kind: 'erased', orderCount });
        },
        onChanged: enter,
      },
    [customer, leave, enter],
  );

  if (area !== null) {
    return (
      <AreaContext value={area}>
        <div className="grid gap-8 md:grid-cols-12 md:gap-x-12">
          <AccountNavigation />
          <div className="grid min-w-0 content-start gap-10 md:col-span-9 lg:col-span-8">{children}</div>
        </div>
      </AreaContext>
    );
  }
  if (state.kind === 'erased') {
    return (
      <div className="grid justify-items-start gap-6">
        <h1 className="display text-display">{t('account.erased')}</h1>
        <p role="status" className="max-w-[38rem] text-lg">
          {t('account.erasedText', { count: state.orderCount })}
        </p>
        <ShopLink market={market} to="/" className={buttonClass('plain')}>
          {t('order.back')}
        </ShopLink>
      </div>
    );
  }
  return (
    <div className="needs-script grid gap-8 md:gap-12">
      <h1 className="display text-display">{t('account.title')}</h1>
      {state.kind === 'loading' ? <p className="text-lg text-muted">{t('common.loading')}</p> : null}
      {state.kind === 'signed-out' ? <Entry onSignedIn={enter} /> : null}
      {state.kind === 'failed' ? (
        <Notice role="alert">
          <p>{problemText(state.problem, t)}</p>
          <p>
            <Button onClick={() => look()}>{t('common.tryAgain')}</Button>
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
