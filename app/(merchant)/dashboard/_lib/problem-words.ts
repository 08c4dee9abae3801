import type { ApiProblem } from '@/app/components/api/call-api';

const WORDS: Readonly<Record<string, string>> = {
  'no-answer': 'The shop did not answer. Check your connection and try again.',
  'temporarily-unavailable':
    'The shop cannot look this up right now. Nothing was changed; try again in a moment.',
  'outcome-unknown': 'The answer was lost on the way. Try again to see how it stands.',
  'cross-origin':
    'This page was opened under another address than the shop’s own. Open the shop and try again.',
};

/** A refusal in words for staff: what happened, what to do, and what support needs when it was our fault. */
export function problemWords({ code, status, detail, requestId, retryAfterSeconds }: ApiProblem): string {
  if (code === 'rate-limited') return `Too many attempts. Try again ${waitWords(retryAfterSeconds ?? 60)}.`;
  const text = WORDS[code] ?? (detail || 'Something went wrong on our side. Try again in a moment.');
  return status >= 500 && requestId !== null ? `${text} If it keeps happening, mention ${requestId}.` : text;
}

function waitWords(seconds: number): string {
  if (seconds < 90) return `in ${Math.max(1, Math.ceil(seconds))} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}
