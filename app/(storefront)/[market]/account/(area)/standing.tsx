'use client';

import type { ApiProblem } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { Notice } from '@/app/components/ui/notice';

/** In place of what is not there yet: that it is on its way, or why it is not and how to try again. */
export function Standing({
  problem,
  onTryAgain,
}: {
  problem: ApiProblem | undefined;
  onTryAgain: () => void;
}) {
  const { t } = useText();
  if (problem === undefined) return <p className="text-muted">{t('common.loading')}</p>;
  return (
    <Notice role="alert">
      <p>{problemText(problem, t)}</p>
      <p>
        <Button onClick={onTryAgain}>{t('common.tryAgain')}</Button>
      </p>
    </Notice>
  );
}
