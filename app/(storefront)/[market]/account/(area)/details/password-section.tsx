'use client';

import type { SubmitEvent } from 'react';
import { useText } from '@/app/components/text/text-provider';
import { TextField } from '@/app/components/ui/field';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { LEAST_PASSWORD_LENGTH, MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';
import { useArea } from '../area-context';
import { AreaSection } from '../area-section';
import { Outcome } from '../outcome';
import { useSave } from '../use-save';

/** Another password, which signs out every other browser. */
export function PasswordSection() {
  const { t } = useText();
  const { customer } = useArea();
  const { isBusy, said, refusal, faults, begin, save } = useSave((path) =>
    path === 'currentPassword'
      ? t('account.wrongPassword')
      : t('account.newPasswordHint', { count: LEAST_PASSWORD_LENGTH }),
  );

  async function change(event: SubmitEvent<HTMLFormElement>) {
    if (!begin(event)) return;
    const form = event.currentTarget;
    const values = new FormData(form);
    const body = { currentPassword: values.get('currentPassword'), newPassword: values.get('newPassword') };
    const call = { method: 'POST', body } as const;
    const saved = await save('/api/auth/customer/password', call, t('account.passwordChanged'));
    if (saved !== null && 'value' in saved) form.reset();
  }

  return (
    <AreaSection id="password-title" title={t('account.passwordTitle')} text={t('account.passwordText')}>
      <form method="post" className="grid gap-5" onSubmit={change}>
        {/* For password managers: whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={customer.email} readOnly />
        <TextField
          id="currentPassword"
          name="currentPassword"
          type="password"
          label={t('account.presentPassword')}
          autoComplete="current-password"
          maxLength={MOST_PASSWORD_LENGTH}
          fault={faults.currentPassword}
          required
        />
        <TextField
          id="newPassword"
          name="newPassword"
          type="password"
          label={t('account.newPassword')}
          hint={t('account.newPasswordHint', { count: LEAST_PASSWORD_LENGTH })}
          autoComplete="new-password"
          minLength={LEAST_PASSWORD_LENGTH}
          maxLength={MOST_PASSWORD_LENGTH}
          fault={faults.newPassword}
          required
        />
        <p>
          <SubmitButton aria-disabled={isBusy}>
            {t(isBusy ? 'account.saving' : 'account.changePassword')}
          </SubmitButton>
        </p>
      </form>
      <Outcome said={said} refusal={refusal} />
    </AreaSection>
  );
}
