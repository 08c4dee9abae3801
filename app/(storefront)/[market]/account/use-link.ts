'use client';

import { useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { useLinkToken } from '@/app/components/hooks/use-link-token';

type LinkState<T> =
  | { readonly kind: 'ready' | 'busy' | 'invalid' | 'signed-out' }
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: ApiProblem };

/**
 * What a link in a mail is for, done when a button is pressed and not before: programs that look through mail open links too, and
 * must not use them up.
 */
export function useLink<T>(path: `/api/${string}`) {
  const token = useLinkToken();
  const [state, setState] = useState<LinkState<T>>({ kind: 'ready' });

  async function use() {
    if (state.kind === 'busy') return;
    setState({ kind: 'busy' });
    const answer = await callApi<T>(path, { method: 'POST', body: { token } });
    if (answer.ok) return setState({ kind: 'done', value: answer.value });
    const { problem } = answer;
    if (problem.code === 'link-invalid') return setState({ kind: 'invalid' });
    if (problem.code === 'unauthenticated') return setState({ kind: 'signed-out' });
    setState({ kind: 'refused', problem });
  }

  const shown: LinkState<T> = token === '' && state.kind === 'ready' ? { kind: 'invalid' } : state;
  return { state: shown, use, isAwake: token !== undefined };
}
