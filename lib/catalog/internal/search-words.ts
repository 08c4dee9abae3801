/**
 * A search as three texts for Postgres: all of it in the language of search engines (`"quoted"`, `or`, `-without`);
 * and, where it ends in a plain word, what comes before and that word, which may be only begun.
 */
export type SearchWords = { readonly all: string; readonly head: string; readonly prefix: string | null };

/** One letter would begin half of all words. */
const LAST_WORD = /(?:^|\s)([\p{L}\p{N}]{2,})$/u;

export function searchWords(query: string): SearchWords {
  const last = query.includes('"') ? undefined : LAST_WORD.exec(query)?.[1];
  if (last === undefined || last.toLowerCase() === 'or') return { all: query, head: query, prefix: null };
  return { all: query, head: query.slice(0, -last.length).trim(), prefix: `${last}:*` };
}
