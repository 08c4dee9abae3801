'use client';

import { useCallback, useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { useArea } from './area-context';

/**
 * What a call answers whoever is signed in; undefined until it has. A call that is refused because nobody is shows the ways to sign in.
 */
export function useOwn<T>(path: `/api/${string}`): {
  readonly value: T | undefined;
  readonly problem: ApiProblem | undefined;
  readonly read: () => Promise<void>;
  /** Takes what another call answered. */
  readonly accept: (value: T) => void;
} {
  const { onSignedOut } = useArea();
  const [value, setValue] = useState<T>();
  const [problem, setProblem] = useState<ApiProblem>();

  const ask = useCallback(
    async (signal?: AbortSignal) => {
      setProblem(undefined);
      const answer = await callApi<T>(path, signal ? { signal } : {});
      if (answer.ok) setValue(answer.value);
      else if (answer.problem.code === 'unauthenticated') onSignedOut();
      else setProblem(answer.problem);
    },
    [path, onSignedOut],
  );

  useEffect(() => {
    const leaving = new AbortController();
    // Aborted is all that it can be, and then nobody waits.
    void ask(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [ask]);

  const accept = useCallback((next: T) => setValue(next), []);
  return { value, problem, read: useCallback(() => ask(), [ask]), accept };
}
