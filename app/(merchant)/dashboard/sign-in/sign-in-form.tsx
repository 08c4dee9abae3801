'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Link } from '@/app/(merchant)/_ui/link';
import { useSignIn } from '@/app/components/hooks/use-sign-in';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { MOST_PASSWORD_LENGTH } from '@/lib/kernel/password-length';
import type { StaffSession } from '@/lib/staff/model';
import { nextPage } from '../_lib/next-page';
import { problemWords } from '../_lib/problem-words';
import { SecondStep } from './second-step';

/** E-mail and password of a member of staff, a code where they have set a second factor up, and the way back to where they came from. */
export function SignInForm() {
  const router = useRouter();
  const [ticket, setTicket] = useState<string>();
  const [expired, setExpired] = useState(false);
  const go = () => router.replace(nextPage(location.search, location.origin));
  const { isBusy, refusal, signIn, passwordField } = useSignIn<StaffSession>({
    path: '/api/auth/staff/sign-in',
    onSignedIn: go,
    onRefused: ({ code, members }) => {
      setExpired(false);
      if (code === 'second-factor-required' && typeof members.ticket === 'string') setTicket(members.ticket);
    },
    words: (problem) =>
      problem.code === 'wrong-credentials'
        ? 'This e-mail address and password do not belong together. Check both and try again.'
        : problemWords(problem),
  });

  if (ticket !== undefined) {
    return (
      <SecondStep
        ticket={ticket}
        onSignedIn={go}
        onExpired={() => {
          setTicket(undefined);
          setExpired(true);
        }}
        onBack={() => setTicket(undefined)}
      />
    );
  }
  const words = expired ? 'That took too long, or your account has changed. Begin again.' : refusal;
  return (
    // A form that is sent before this page is awake must not put a password into an address.
    <form method="post" className="grid gap-5" onSubmit={signIn}>
      {words === undefined ? null : (
        <Notice role="alert">
          <p>{words}</p>
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
