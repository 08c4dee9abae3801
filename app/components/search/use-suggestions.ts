'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/app/components/api/call-api';
import { viewOf } from '@/app/components/market/markets';
import { useText } from '@/app/components/text/text-provider';
import { NO_SUGGESTIONS, type Suggestions } from '@/lib/catalog/model';

/** Nobody reads faster than this, and most people type faster. */
const PAUSE_MS = 120;
const MAX_KEPT = 50;

const kept = new Map<string, Suggestions>();

export type Suggested = { readonly words: string; readonly suggestions: Suggestions };

/**
 * What the words could mean, as far as it is known: the last answer stays until the next one is there. A call that fails
 * leaves nothing suggested; the search itself will say what is wrong.
 */
export function useSuggestions(words: string, isWanted: boolean): Suggested {
  const { currency, language } = viewOf(useText().market);
  const [suggested, setSuggested] = useState<Suggested>({ words: '', suggestions: NO_SUGGESTIONS });
  useEffect(() => {
    if (!isWanted) return;
    const key = `${currency} ${language} ${words}`;
    const known = words.length < 2 ? NO_SUGGESTIONS : kept.get(key);
    if (known !== undefined) return setSuggested({ words, suggestions: known });
    const aborter = new AbortController();
    const timer = setTimeout(() => {
      const search = new URLSearchParams({ query: words });
      if (currency !== undefined) search.set('currency', currency);
      if (language !== undefined) search.set('language', language);
      const path: `/api/${string}` = `/api/search/suggestions?${search}`;
      callApi<Suggestions>(path, { signal: aborter.signal }).then(
        (result) => {
          const suggestions = result.ok ? result.value : NO_SUGGESTIONS;
          if (result.ok) kept.set(key, suggestions);
          const oldest = kept.keys().next();
          if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
          setSuggested({ words, suggestions });
        },
        () => {}, // Aborted: more was typed.
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [words, isWanted, currency, language]);
  return suggested;
}
