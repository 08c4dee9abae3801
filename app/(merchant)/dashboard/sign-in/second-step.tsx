'use client';

import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import { TextField } from '@/app/components/ui/field';
import { Notice } from '@/app/components/ui/notice';
import { SubmitButton } from '@/app/components/ui/submit-button';
import { problemWords } from '../_lib/problem-words';

type Props = { ticket: string; onSignedIn: () => void; onExpired: () => void; onBack: () => void };

/** The second step: a code of the app, or one that stands in for it. It stays busy once it worked: the page is being left. */
export function SecondStep({ ticket, onSignedIn, onExpired, onBack }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  // Whoever pressed Enter in the password goes on typing here.
  useEffect(() => field.current?.focus(), []);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const body = { ticket, code: String(new FormData(event.currentTarget).get('code')) };
    setIsBusy(true);
    setRefusal(undefined);
    const answer = await callApi('/api/auth/staff/sign-in/second-factor', { method: 'POST', body });
    if (answer.ok) return onSignedIn();
    if (answer.problem.code === 'sign-in-expired') return onExpired();
    setIsBusy(false);
    const isWrong = answer.problem.code === 'wrong-code' || answer.problem.code === 'validation-failed';
    setRefusal(
      isWrong
        ? 'This is not the code, or it was used before. Wait for the next one and try again.'
        : problemWords(answer.problem),
    );
    field.current?.select();
  }

  return (
    <form method="post" className="grid gap-5" onSubmit={send}>
      <p className="text-muted">Your password is right. Now a code from your authenticator app.</p>
      {refusal === undefined ? null : (
        <Notice role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <TextField
        id="code"
        ref={field}
        name="code"
        label="Code"
        hint="Six digits. If you lost the app: one of your recovery codes."
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={40}
        required
      />
      <SubmitButton kind="act" aria-disabled={isBusy}>
        {isBusy ? 'Signing in…' : 'Sign in'}
      </SubmitButton>
      <p className="text-sm">
        <button type="button" onClick={onBack} className="underline underline-offset-4">
          Sign in as somebody else
        </button>
      </p>
    </form>
  );
}
