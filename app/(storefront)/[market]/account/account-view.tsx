'use client';

import { useCallback, useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { Customer, CustomerSession } from '@/lib/customers/model';
import { Entry } from './entry';
import { OwnOrders } from './own-orders';

type State =
  | { readonly kind: 'loading' | 'signed-out' }
  | { readonly kind: 'signed-in'; readonly customer: Customer }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** The orders of whoever is signed in, or the ways to sign in. */
export function AccountView() {
  const { t } = useText();
  const [state, setState] = useState<State>({ kind: 'loading' });

  const look = useCallback(async (signal?: AbortSignal) => {
    const answer = await callApi<CustomerSession>('/api/account', signal ? { signal } : {});
    if (answer.ok) setState({ kind: 'signed-in', customer: answer.value.customer });
    else if (answer.problem.code === 'unauthenticated') setState({ kind: 'signed-out' });
    else setState({ kind: 'failed', problem: answer.problem });
  }, []);

  const leave = useCallback(() => setState({ kind: 'signed-out' }), []);

  useEffect(() => {
    const leaving = new AbortController();
    // Aborted is all that it can be, and then nobody waits.
    void look(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [look]);

  switch (state.kind) {
    case 'loading':
      return <p className="needs-script text-lg text-muted">{t('common.loading')}</p>;
    case 'failed':
      return (
        <Notice role="alert">
          <p>{problemText(state.problem, t)}</p>
          <p>
            <Button onClick={() => look()}>{t('common.tryAgain')}</Button>
          </p>
        </Notice>
      );
    case 'signed-out':
      return <Entry onSignedIn={(customer) => setState({ kind: 'signed-in', customer })} />;
    case 'signed-in':
      return (
        <div className="grid gap-8">
          <SignedIn customer={state.customer} onSignedOut={leave} />
          <OwnOrders onSignedOut={leave} />
        </div>
      );
  }
}

function SignedIn({ customer, onSignedOut }: { customer: Customer; onSignedOut: () => void }) {
  const { t } = useText();
  const [refusal, setRefusal] = useState('');

  async function signOut() {
    setRefusal('');
    const answer = await callApi('/api/auth/customer/sign-out', { method: 'POST' });
    if (answer.ok) onSignedOut();
    else setRefusal(`${t('account.stillSignedIn')} ${problemText(answer.problem, t)}`);
  }

  return (
    <div className="flex flex-wrap items-center gap-x-8">
      <p>{t('account.signedInAs', { email: customer.email })}</p>
      <Button kind="quiet" className="py-3" onClick={signOut}>
        {t('account.signOut')}
      </Button>
      <p role="alert" className="w-full text-bad empty:hidden">
        {refusal}
      </p>
    </div>
  );
}
