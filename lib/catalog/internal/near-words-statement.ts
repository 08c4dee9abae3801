import type { Statement } from './list-statement';
import { foldWord } from './words';

/**
 * For each word that no active product has, itself or as a beginning, the words that look most like it. Whether one has it
 * is counted and not merely asked: for a single row the planner would rather read the table until it comes by.
 */
export function nearWordsStatement(words: readonly string[]): Statement {
  return {
    name: 'find_near_words',
    text: `select a.word, s.word as near, s.folded
     from jsonb_to_recordset($1::jsonb) as a (word text, folded text)
     cross join lateral (
       select count(*) as n from (
         select from products
         where search @@ (plainto_tsquery('english', a.word) || to_tsquery('english', a.word || ':*'))
           and status = 'active'
         limit 500
       ) found
     ) known
     cross join lateral (
       select word, folded from search_words
       where known.n = 0 and numnode(plainto_tsquery('english', a.word)) > 0
       order by folded <-> a.folded limit 60
     ) s`,
    values: [JSON.stringify(words.map((word) => ({ word, folded: foldWord(word) })))],
  };
}
