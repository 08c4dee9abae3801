import { type SQL, sql } from 'drizzle-orm';
import type { ProductDraft } from '../model';
import type { ProductWrite } from './product-write';
import { jsonRows } from './rows';
import { foldWord, wordsIn } from './words';

/**
 * Keeps the words that products are called by, for searches with a typing error. The last statement of a write, its rows
 * in order: two writes that bring the same new words wait for each other and never in a circle.
 */
export function wordStatements(writes: readonly ProductWrite[]): SQL[] {
  const words = [...new Set(writes.flatMap(({ draft }) => wordsOf(draft)))].sort();
  if (words.length === 0) return [];
  const rows = words.map((word) => ({ word, folded: foldWord(word) }));
  return [
    sql`insert into search_words (word, folded)
      select * from jsonb_to_recordset(${jsonRows(rows)}) as d (word text, folded text)
      on conflict do nothing`,
  ];
}

function wordsOf({ title, vendor, productType, tags, status }: ProductDraft): string[] {
  return status === 'active' ? wordsIn([title, vendor, productType, ...tags].join(' ')) : [];
}
