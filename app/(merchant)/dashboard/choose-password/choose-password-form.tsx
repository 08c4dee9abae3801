'use client';

import { Link } from '@/app/(merchant)/_ui/link';
import { usePasswordChoice } from '@/app/components/hooks/use-password-choice';
import { buttonClass } from '@/app/components/ui/button';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { LEAST_PASSWORD_LENGTH, MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';
import { problemWords } from '../_lib/problem-words';

/** A new password, by the link that was sent. */
export function ChoosePasswordForm() {
  const { state, refusal, choose } = usePasswordChoice(
    '/api/auth/staff/password-reset/confirm',
    problemWords,
  );

  if (state === 'chosen') {
    return (
      <Notice role="status" title="Your password is changed">
        <p>You were signed out everywhere.</p>
        <p>
          <Link href="/dashboard/sign-in" className={buttonClass('act')}>
            Sign in
          </Link>
        </p>
      </Notice>
    );
  }
  if (state === 'invalid') {
    return (
      <Notice role="alert" title="This link opens nothing">
        <p>It was used already, is too old, or is not whole.</p>
        <p>
          <Link href="/dashboard/forgot-password" className="underline underline-offset-4">
            Ask for another
          </Link>
        </p>
      </Notice>
    );
  }
  return (
    <form method="post" className="grid gap-5" onSubmit={choose}>
      {refusal === undefined ? null : (
        <Notice role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <TextField
        id="newPassword"
        name="newPassword"
        type="password"
        label="New password"
        hint={`At least ${LEAST_PASSWORD_LENGTH} characters. A few words are good.`}
        autoComplete="new-password"
        minLength={LEAST_PASSWORD_LENGTH}
        maxLength={MOST_PASSWORD_LENGTH}
        required
      />
      <SubmitButton kind="act" aria-disabled={state === 'busy'}>
        {state === 'busy' ? 'One moment…' : 'Choose this password'}
      </SubmitButton>
    </form>
  );
}
