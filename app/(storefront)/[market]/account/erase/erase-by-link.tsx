'use client';

import { useEffect } from 'react';
import { rememberSignedIn } from '@/app/components/account/signed-in-hint';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Notice } from '@/app/components/ui/notice';
import type { OpenOrder } from '@/lib/customers/model';
import { LinkStanding } from '../link-standing';
import { OpenOrders } from '../open-orders';
import { useLink } from '../use-link';

/** Erasing one's account by the link that was sent to confirm it. */
export function EraseByLink() {
  const { t } = useText();
  const { state, use, isAwake } = useLink<{ orderCount: number }>('/api/account/erase');
  const isDone = state.kind === 'done';

  useEffect(() => {
    if (isDone) rememberSignedIn(false);
  }, [isDone]);

  if (state.kind === 'done') {
    return (
      <Notice role="status" title={t('account.erased')}>
        <p>{t('account.erasedText', { count: state.value.orderCount })}</p>
      </Notice>
    );
  }
  const problem = state.kind === 'refused' ? state.problem : undefined;
  return (
    <>
      {problem === undefined ? null : problem.code === 'orders-open' ? (
        <OpenOrders orders={problem.members.orders as readonly OpenOrder[]} />
      ) : (
        <Notice role="alert">
          <p>{problemText(problem, t)}</p>
        </Notice>
      )}
      <LinkStanding
        kind={state.kind === 'refused' ? 'ready' : state.kind}
        text={t('account.eraseText')}
        action={t('account.erase')}
        isGrave
        isAwake={isAwake}
        onUse={use}
      />
    </>
  );
}
