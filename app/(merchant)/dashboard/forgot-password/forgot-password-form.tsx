'use client';

import { type SubmitEvent, useState } from 'react';
import { Link } from '@/app/(merchant)/_ui/link';
import { callApi } from '@/app/components/api/call-api';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { problemWords } from '../_lib/problem-words';

/** Asks for a link by mail. What is said afterwards is the same for every address. */
export function ForgotPasswordForm() {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();

  async function ask(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const email = String(new FormData(event.currentTarget).get('email'));
    setIsBusy(true);
    setRefusal(undefined);
    const answer = await callApi('/api/auth/staff/password-reset', { method: 'POST', body: { email } });
    setIsBusy(false);
    if (answer.ok) setSentTo(email);
    else setRefusal(problemWords(answer.problem));
  }

  if (sentTo !== undefined) {
    return (
      <Notice role="status" title="Look into your mail">
        <p>
          If {sentTo} belongs to somebody of the staff, a link is on its way to it. It is good for 30 minutes,
          once.
        </p>
        <p>
          <Link href="/dashboard/sign-in" className="underline underline-offset-4">
            Back to signing in
          </Link>
        </p>
      </Notice>
    );
  }
  return (
    <form method="post" className="grid gap-5" onSubmit={ask}>
      <p className="text-muted">
        Tell us your address, and we send you a link by which you choose a new one.
      </p>
      {refusal === undefined ? null : (
        <Notice role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <TextField id="email" name="email" type="email" label="E-mail" autoComplete="username" required />
      <SubmitButton kind="act" aria-disabled={isBusy}>
        {isBusy ? 'Sending…' : 'Send the link'}
      </SubmitButton>
    </form>
  );
}
