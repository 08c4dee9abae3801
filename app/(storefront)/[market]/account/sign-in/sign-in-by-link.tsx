'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { rememberSignedIn } from '@/app/components/account/signed-in-hint';
import { pathIn } from '@/app/components/market/markets';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Notice } from '@/app/components/ui/notice';
import type { CustomerSession } from '@/lib/customers/model';
import { LinkStanding } from '../link-standing';
import { useLink } from '../use-link';

/** Signing in by the link that was sent. */
export function SignInByLink() {
  const { market, t } = useText();
  const router = useRouter();
  const { state, use, isAwake } = useLink<CustomerSession>('/api/auth/customer/sign-in-link/confirm');
  const isDone = state.kind === 'done';

  useEffect(() => {
    if (!isDone) return;
    rememberSignedIn(true);
    router.replace(pathIn(market, '/account'));
  }, [isDone, market, router]);

  if (isDone) {
    return (
      <p role="status" className="text-lg">
        {t('account.chosen')}
      </p>
    );
  }
  return (
    <>
      {state.kind === 'refused' ? (
        <Notice role="alert">
          <p>{problemText(state.problem, t)}</p>
        </Notice>
      ) : null}
      <LinkStanding
        kind={state.kind === 'refused' ? 'ready' : state.kind}
        text={t('account.linkSignInText')}
        action={t('account.signIn')}
        isAwake={isAwake}
        onUse={use}
      />
    </>
  );
}
