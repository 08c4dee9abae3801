'use client';

import { type SubmitEvent, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { useLinkToken } from './use-link-token';

/** `invalid`: the link opens nothing. */
export type PasswordChoice = 'choosing' | 'busy' | 'chosen' | 'invalid';

/**
 * The choice of a new password by the link that was sent, for a form with a field `newPassword`. `confirm` is the call that
 * takes it, `words` says what is wrong where no field does.
 */
export function usePasswordChoice(confirm: `/api/${string}`, words: (problem: ApiProblem) => string) {
  const token = useLinkToken();
  const [state, setState] = useState<PasswordChoice>('choosing');
  const [refusal, setRefusal] = useState<string>();

  async function choose(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state === 'busy') return;
    const newPassword = String(new FormData(event.currentTarget).get('newPassword'));
    setState('busy');
    setRefusal(undefined);
    const answer = await callApi(confirm, { method: 'POST', body: { token, newPassword } });
    if (answer.ok) return setState('chosen');
    if (answer.problem.code === 'password-link-invalid') return setState('invalid');
    setState('choosing');
    setRefusal(answer.problem.errors[0]?.message ?? words(answer.problem));
  }

  return { state: token === '' && state !== 'chosen' ? ('invalid' as const) : state, refusal, choose };
}
