import { query } from '@/db/client';
import { cached } from '@/lib/platform/cache';
import { nearWordsStatement } from './internal/near-words-statement';
import { nearestWord } from './internal/nearest-word';
import { searchWords } from './internal/search-words';
import { foldWord, wordsIn } from './internal/words';

/** How many words of a search are looked at; who types more has typed a sentence. */
const MAX_WORDS = 8;

/** Words come and go with products, not with sales. */
const FRESH_MS = 10_000;

type Near = { word: string; near: string; folded: string };

/**
 * What was most likely meant by a search that found nothing: each word that no product has is replaced by the nearest one that
 * products are called by, in the shop's own language or the one given. Null if there is no such word, or nothing near. One statement.
 */
export async function correctWords(text: string, language?: string | undefined): Promise<string | null> {
  const typed = text.normalize('NFC');
  const words = [...new Set(wordsIn(typed))].slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const near = await cached(`catalog:${language ?? ''}/${words.join(' ')}:near-words`, FRESH_MS, () => {
    const { name, text: question, values } = nearWordsStatement(words, language);
    return query<Near>(name, question, values);
  });
  const last = wordsIn(searchWords(typed).prefix ?? '')[0];
  let corrected = typed;
  for (const word of words) {
    const candidates = near.filter((row) => row.word === word).map(({ near, folded }) => ({ near, folded }));
    const meant = nearestWord(foldWord(word), candidates, word === last);
    if (meant !== null) corrected = replaceWord(corrected, word, meant.near);
  }
  return corrected === typed ? null : corrected;
}

function replaceWord(text: string, word: string, by: string): string {
  return text.replaceAll(new RegExp(`(?<!\\p{L})${word}(?![\\p{L}\\p{M}])`, 'giu'), by);
}
