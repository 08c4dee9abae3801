'use client';

import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { buttonClass } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { CustomerSession } from '@/lib/customers/model';
import { LinkStanding } from '../link-standing';
import { useLink } from '../use-link';

/** Proving another address by the link that was sent there. */
export function ConfirmEmail() {
  const { market, t } = useText();
  const { state, use, isAwake } = useLink<CustomerSession>('/api/account/email/confirm');

  if (state.kind === 'done') {
    return (
      <Notice role="status" title={t('account.emailConfirmed')}>
        <p>{t('account.emailConfirmedText', { email: state.value.customer.email })}</p>
        <p className="pt-2">
          <ShopLink market={market} to="/account/details" className={buttonClass('act')}>
            {t('account.goToAccount')}
          </ShopLink>
        </p>
      </Notice>
    );
  }
  if (state.kind === 'refused' && state.problem.code === 'email-taken') {
    return (
      <Notice role="alert">
        <p>{t('account.emailTaken')}</p>
      </Notice>
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
        text={t('account.confirmEmailText')}
        action={t('account.confirmEmail')}
        isAwake={isAwake}
        onUse={use}
      />
    </>
  );
}
