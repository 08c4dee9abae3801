'use client';

import type { ApiProblem } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';
import { isEntry } from './faults';

/** Why no total can be said, where it is not a field of the form that is wrong. */
export function QuoteProblem({ problem, onTryAgain }: { problem: ApiProblem; onTryAgain: () => void }) {
  const { t } = useText();
  // The cart is on its way to being made again.
  if (problem.code === 'cart-not-found') return null;
  if (problem.code === 'validation-failed') {
    const others = problem.errors.filter(({ path }) => !isEntry(path));
    if (others.length === 0) return null;
    return (
      <Notice role="alert">
        {others.map(({ path, message }) => (
          <p key={path}>{message}</p>
        ))}
      </Notice>
    );
  }
  return (
    <Notice role="alert">
      <p>{problemText(problem, t)}</p>
      <p>
        <Button onClick={onTryAgain}>{t('common.tryAgain')}</Button>
      </p>
    </Notice>
  );
}
