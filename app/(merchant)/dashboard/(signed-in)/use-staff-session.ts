'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import type { StaffSession } from '@/lib/staff/model';
import { signInPath } from '../_lib/next-page';

export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signed-in'; readonly session: StaffSession }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** Who is signed in; whoever is not goes to the sign-in page and comes back. */
export function useStaffSession(): { state: SessionState; reload: () => void } {
  const router = useRouter();
  const path = usePathname();
  const [state, setState] = useState<SessionState>({ kind: 'loading' });

  const look = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await callApi<StaffSession>('/api/auth/staff/session', signal ? { signal } : {});
      if (answer.ok) setState({ kind: 'signed-in', session: answer.value });
      else if (answer.problem.code === 'unauthenticated') router.replace(signInPath(path));
      else setState({ kind: 'failed', problem: answer.problem });
    },
    [path, router],
  );

  useEffect(() => {
    const leaving = new AbortController();
    // Aborted is all that it can be, and then nobody waits.
    void look(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [look]);

  const reload = useCallback(() => {
    setState({ kind: 'loading' });
    void look();
  }, [look]);
  return { state, reload };
}
