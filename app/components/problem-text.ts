import type { ApiProblem } from './api/call-api';
import type { Translate } from './text/translate';

const KNOWN = [
  'no-answer',
  'rate-limited',
  'temporarily-unavailable',
  'variant-not-found',
  'insufficient-stock',
] as const;

/** A refusal in the shopper's words: what happened and what to do, and what support needs when it was our fault. */
export function problemText(problem: ApiProblem, t: Translate): string {
  const known = KNOWN.find((code) => code === problem.code);
  const text = t(`problem.${known ?? 'unknown'}`);
  if (problem.requestId === null || problem.status < 500) return text;
  return `${text} ${t('problem.support', { id: problem.requestId })}`;
}
