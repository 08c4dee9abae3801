'use client';

import { type SubmitEvent, useState } from 'react';
import { type ApiCall, type ApiProblem, callApi } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import { useArea } from './area-context';

/** The fault of one field, in the shopper's words; undefined: the shop's own are as good. */
export type FaultWords = (path: string, problem: ApiProblem) => string | undefined;

/**
 * One form that saves by one call: busy while it runs, then what was done or what is wrong, with the whole or with a field. The form
 * is emptied once it worked, as what it asked for is a password.
 */
export function useSave<T>(wordsOf: FaultWords = () => undefined) {
  const { t } = useText();
  const { onSignedOut } = useArea();
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState('');
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});

  /** Clears what was said before; true while another call is on its way, so that a double click is one. */
  function begin(event?: SubmitEvent<HTMLFormElement>): boolean {
    event?.preventDefault();
    if (isBusy) return false;
    setSaid('');
    setRefusal('');
    setFaults({});
    return true;
  }

  async function save(
    path: `/api/${string}`,
    call: ApiCall,
    done: string,
  ): Promise<{ value: T } | ApiProblem | null> {
    setIsBusy(true);
    const answer = await callApi<T>(path, call);
    setIsBusy(false);
    if (answer.ok) {
      setSaid(done);
      return { value: answer.value };
    }
    const { problem } = answer;
    if (problem.code === 'unauthenticated') {
      onSignedOut();
      return null;
    }
    setFaults(
      Object.fromEntries(
        problem.errors.map(({ path: at, message }) => [at, wordsOf(at, problem) ?? message]),
      ),
    );
    if (problem.errors.length === 0) setRefusal(problemText(problem, t));
    return problem;
  }

  return { isBusy, said, refusal, faults, setFaults, begin, save };
}
