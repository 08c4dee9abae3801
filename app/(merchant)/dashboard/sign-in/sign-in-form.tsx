'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type SubmitEvent, useRef, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
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
  const password = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function signIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setRefusal(undefined);
    const answer = await callApi<StaffSession>('/api/auth/staff/sign-in', {
      method: 'POST',
      body: { email: form.get('email'), password: form.get('password') },
    });
    if (answer.ok) {
      router.replace(nextPage(location.search, location.origin));
      return;
    }
    setIsBusy(false);
    setRefusal(
      answer.problem.code === 'wrong-credentials'
        ? 'This e-mail address and password do not belong together. Check both and try again.'
        : problemWords(answer.problem),
    );
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
      <TextField id="email" name="email" type="email" label="E-mail" autoComplete="username" required />
      <TextField
        id="password"
        ref={password}
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
