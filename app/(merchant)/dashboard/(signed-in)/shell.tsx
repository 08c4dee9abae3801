'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import { Button } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import type { Member } from '@/lib/staff/model';
import { problemWords } from '../_lib/problem-words';
import { useStaffSession } from './use-staff-session';

/** The dashboard's frame: where one is, who is signed in, and the way out. Shows nothing of the shop to nobody. */
export function Shell({ children }: { children: ReactNode }) {
  const { state, reload } = useStaffSession();
  return (
    <>
      <header className="border-b border-line">
        <div className="frame flex min-h-14 flex-wrap items-center gap-x-8 gap-y-1 py-2">
          <Link href="/dashboard" className="display text-title">
            Dashboard
          </Link>
          <nav aria-label="Elsewhere" className="flex gap-x-6">
            <a href="/" className="nav-link">
              Shop
            </a>
            <Link href="/docs/api" className="nav-link">
              API
            </Link>
          </nav>
          {state.kind === 'signed-in' ? <SignedIn member={state.session.member} /> : null}
        </div>
      </header>
      {state.kind === 'signed-in' ? (
        children
      ) : (
        <main className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-12 md:py-20">
          {state.kind === 'failed' ? (
            <Notice role="alert" title="We cannot see whether you are signed in">
              <p>{problemWords(state.problem)}</p>
              <p>
                <Button onClick={reload}>Try again</Button>
              </p>
            </Notice>
          ) : (
            <p role="status" className="text-lg text-muted">
              One moment…
            </p>
          )}
          <noscript>
            <p>The dashboard needs JavaScript.</p>
          </noscript>
        </main>
      )}
    </>
  );
}

function SignedIn({ member }: { member: Member }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  async function signOut() {
    if (isBusy) return;
    setIsBusy(true);
    setRefusal('');
    const answer = await callApi('/api/auth/staff/sign-out', { method: 'POST' });
    if (answer.ok) return router.replace('/dashboard/sign-in');
    setIsBusy(false);
    setRefusal(`You are still signed in. ${problemWords(answer.problem)}`);
  }

  return (
    <div className="ml-auto flex flex-wrap items-center gap-x-6">
      <p className="text-sm">
        <span className="sr-only">Signed in as </span>
        {member.name} <span className="text-muted">{member.role}</span>
      </p>
      <Button kind="quiet" className="py-3" aria-disabled={isBusy} onClick={signOut}>
        Sign out
      </Button>
      <p role="alert" className="w-full text-sm text-bad empty:hidden">
        {refusal}
      </p>
    </div>
  );
}
