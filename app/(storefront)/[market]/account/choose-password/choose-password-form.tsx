'use client';

import { usePasswordChoice } from '@/app/components/hooks/use-password-choice';
import { problemText } from '@/app/components/problem-text';
import { ShopLink } from '@/app/components/shop-link';
import { useText } from '@/app/components/text/text-provider';
import { buttonClass } from '@/app/components/ui/button';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { LEAST_PASSWORD_LENGTH, MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';

/** A password for a new account or a new one for an old account, by the link that was sent. */
export function ChoosePasswordForm() {
  const { market, t } = useText();
  const { state, refusal, choose } = usePasswordChoice(
    '/api/auth/customer/password-reset/confirm',
    (problem) => problemText(problem, t),
  );

  if (state === 'chosen') {
    return (
      <Notice role="status" title={t('account.chosen')}>
        <p>{t('account.chosenText')}</p>
        <p>
          <ShopLink market={market} to="/account" className={buttonClass('act')}>
            {t('account.goToAccount')}
          </ShopLink>
        </p>
      </Notice>
    );
  }
  if (state === 'invalid') {
    return (
      <Notice role="alert" title={t('account.linkInvalid')}>
        <p>{t('account.linkInvalidText')}</p>
        <p>
          <ShopLink market={market} to="/account" className="underline underline-offset-4">
            {t('account.askAgain')}
          </ShopLink>
        </p>
      </Notice>
    );
  }
  return (
    <form method="post" className="grid max-w-md gap-5" onSubmit={choose}>
      {refusal === undefined ? null : (
        <Notice role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <TextField
        id="newPassword"
        name="newPassword"
        type="password"
        label={t('account.newPassword')}
        hint={t('account.newPasswordHint', { count: LEAST_PASSWORD_LENGTH })}
        autoComplete="new-password"
        minLength={LEAST_PASSWORD_LENGTH}
        maxLength={MOST_PASSWORD_LENGTH}
        required
      />
      <SubmitButton kind="act" aria-disabled={state === 'busy'}>
        {state === 'busy' ? t('common.loading') : t('account.choose')}
      </SubmitButton>
    </form>
  );
}
