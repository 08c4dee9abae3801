import { type SQL, sql } from 'drizzle-orm';
import type { ProductDraft } from '../model';
import type { ProductWrite } from './product-write';
import { jsonRows } from './rows';
import { wordsBeside } from './translation-statements';
import { foldWord, wordsIn } from './words';

/**
 * Keeps the words that products are called by, in each language, for searches with a typing error. The last statement of a
 * write, its rows in order: two writes that bring the same new words wait for each other and never in a circle.
 */
export function wordStatements(writes: readonly ProductWrite[]): SQL[] {
  const keys = [...new Set(writes.flatMap(({ draft }) => wordsOf(draft)))].sort();
  if (keys.length === 0) return [];
  const rows = keys.map((key) => {
    const [locale = '', word = ''] = key.split(':');
    return { word, folded: foldWord(word), locale };
  });
  return [
    sql`insert into search_words (word, folded, locale)
      select * from jsonb_to_recordset(${jsonRows(rows)}) as d (word text, folded text, locale text)
      on conflict do nothing`,
  ];
}

/** As `fr:cloches`; without a language those of the shop's own. */
function wordsOf(draft: ProductDraft): string[] {
  if (draft.status !== 'active') return [];
  const { title, vendor, productType, tags, translations = {} } = draft;
  const own = wordsIn([title, vendor, productType, ...tags].join(' ')).map((word) => `:${word}`);
  const said = Object.entries(translations).flatMap(([locale, { title, words = {} }]) =>
    wordsIn(`${title} ${wordsBeside(draft, words)}`).map((word) => `${locale}:${word}`),
  );
  return [...own, ...said];
}
