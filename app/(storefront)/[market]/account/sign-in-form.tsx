'use client';

import { useSignIn } from '@/app/components/hooks/use-sign-in';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import type { Customer, CustomerSession } from '@/lib/customers/model';
import { MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';

/** E-mail and password of a customer. */
export function SignInForm({ onSignedIn }: { onSignedIn: (customer: Customer) => void }) {
  const { t } = useText();
  const { isBusy, refusal, signIn, passwordField } = useSignIn<CustomerSession>({
    path: '/api/auth/customer/sign-in',
    onSignedIn: ({ customer }) => onSignedIn(customer),
    words: (problem) =>
      problem.code === 'wrong-credentials' ? t('account.wrongCredentials') : problemText(problem, t),
  });

  return (
    // A form that is sent before this page is awake must not put a password into an address.
    <form method="post" className="grid gap-5" onSubmit={signIn}>
      {refusal === undefined ? null : (
        <Notice role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('account.email')}
        autoComplete="username"
        required
      />
      <TextField
        id="password"
        ref={passwordField}
        name="password"
        type="password"
        label={t('account.password')}
        autoComplete="current-password"
        maxLength={MOST_PASSWORD_LENGTH}
        required
      />
      <SubmitButton kind="act" aria-disabled={isBusy}>
        {isBusy ? t('account.signingIn') : t('account.signIn')}
      </SubmitButton>
    </form>
  );
}
