'use client';

import { type SubmitEvent, useRef, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
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
  const password = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function signIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setRefusal(undefined);
    const answer = await callApi<CustomerSession>('/api/auth/customer/sign-in', {
      method: 'POST',
      body: { email: form.get('email'), password: form.get('password') },
    });
    if (answer.ok) return onSignedIn(answer.value.customer);
    setIsBusy(false);
    const isWrong = answer.problem.code === 'wrong-credentials';
    setRefusal(isWrong ? t('account.wrongCredentials') : problemText(answer.problem, t));
    password.current?.select();
  }

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
        ref={password}
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
