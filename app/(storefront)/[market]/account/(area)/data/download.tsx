'use client';

import { useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { Button } from '@/app/components/ui/button';
import { useArea } from '../area-context';
import { AreaSection } from '../area-section';
import { Outcome } from '../outcome';
import { type OwnDataFile, readableData } from './readable-data';

/** Thousands of orders take a while. */
const TIMEOUT_MS = 120_000;

/** All that the shop has of whoever is signed in, as a file for programs or one to read. */
export function Download() {
  const { market, t } = useText();
  const { onSignedOut } = useArea();
  const [isBusy, setIsBusy] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  async function download(format: 'json' | 'html') {
    if (isBusy) return;
    setIsBusy(true);
    setIsDone(false);
    setProblem(undefined);
    const answer = await callApi<OwnDataFile>('/api/account/data', { timeoutMs: TIMEOUT_MS });
    setIsBusy(false);
    if (!answer.ok) {
      if (answer.problem.code === 'unauthenticated') onSignedOut();
      else setProblem(answer.problem);
      return;
    }
    if (format === 'json') save('my-data.json', 'application/json', JSON.stringify(answer.value, null, 2));
    else save('my-data.html', 'text/html', readableData(answer.value, location.host, market, t));
    setIsDone(true);
  }

  return (
    <AreaSection id="download" title={t('account.downloadTitle')} text={t('account.downloadText')}>
      <div className="flex flex-wrap gap-4">
        <Button kind="act" aria-disabled={isBusy} onClick={() => download('html')}>
          {t('account.downloadReadable')}
        </Button>
        <Button aria-disabled={isBusy} onClick={() => download('json')}>
          {t('account.downloadJson')}
        </Button>
      </div>
      <Outcome
        said={isBusy ? t('account.downloading') : isDone ? t('account.downloaded') : ''}
        refusal={problem === undefined ? '' : problemText(problem, t)}
      />
    </AreaSection>
  );
}

function save(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
