'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useSignIn } from '@/app/components/hooks/use-sign-in';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';
import type { StaffSession } from '@/lib/staff/model';
import { nextPage } from '../_lib/next-page';
import { problemWords } from '../_lib/problem-words';

/** E-mail and password of a member of staff, and the way back to the page they came from. */
export function SignInForm() {
  const router = useRouter();
  const { isBusy, refusal, signIn, passwordField } = useSignIn<StaffSession>({
    path: '/api/auth/staff/sign-in',
    onSignedIn: () => router.replace(nextPage(location.search, location.origin)),
    words: (problem) =>
      problem.code === 'wrong-credentials'
        ? 'This e-mail address and password do not belong together. Check both and try again.'
        : problemWords(problem),
  });

  return (
    // A form that is sent before this page is awake must not put a password into an address.
    <form method="post" className="grid gap-5" onSubmit={signIn}>
      {refusal === undefined ? null : (
        <Notice role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <TextField id="email" name="email" type="email" label="E-mail" autoComplete="username" required />
      <TextField
        id="password"
        ref={passwordField}
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        maxLength={MOST_PASSWORD_LENGTH}
        required
      />
      <SubmitButton kind="act" aria-disabled={isBusy}>
        {isBusy ? 'Signing in…' : 'Sign in'}
      </SubmitButton>
      <p>
        <Link href="/dashboard/forgot-password" className="text-sm underline underline-offset-4">
          Forgot your password?
        </Link>
      </p>
    </form>
  );
}
