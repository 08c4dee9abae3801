'use client';

import { type SubmitEvent, useRef, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';

type Options<S> = {
  /** The call that opens the session. */
  readonly path: `/api/${string}`;
  readonly onSignedIn: (session: S) => void;
  /** Hears of a refusal before it is said: some are another step. */
  readonly onRefused?: (problem: ApiProblem) => void;
  /** What is said of a refusal. */
  readonly words: (problem: ApiProblem) => string;
};

/** Signing in, for a form with the fields `email` and `password`. It stays busy once it worked: the page is being left. */
export function useSignIn<S>({ path, onSignedIn, onRefused, words }: Options<S>) {
  const passwordField = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function signIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setRefusal(undefined);
    const body = { email: form.get('email'), password: form.get('password') };
    const answer = await callApi<S>(path, { method: 'POST', body });
    if (answer.ok) return onSignedIn(answer.value);
    setIsBusy(false);
    onRefused?.(answer.problem);
    setRefusal(words(answer.problem));
    passwordField.current?.select();
  }

  return { isBusy, refusal, signIn, passwordField };
}
