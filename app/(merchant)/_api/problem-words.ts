import { problemWords as wordsOf } from '../dashboard/_lib/problem-words';
import { ApiFault } from './client';

/** What went wrong and what to do next, for whoever is at the screen. */
export function faultWords(error: unknown): string {
  if (!(error instanceof ApiFault)) return 'Something of ours broke here. Reload the page and try again.';
  return wordsOf(error.problem);
}
