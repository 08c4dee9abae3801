import type { Statement } from './list-statement';
import { foldWord } from './words';

/**
 * For each word that no active product has, itself or as a beginning, the words that look most like it. Whether one has it
 * is counted and not merely asked: for a single row the planner would rather read the table until it comes by.
 */
export function nearWordsStatement(words: readonly string[], language?: string | undefined): Statement {
  const asked = JSON.stringify(words.map((word) => ({ word, folded: foldWord(word) })));
  const isSaid = language !== undefined;
  return {
    name: isSaid ? 'find_near_words_said' : 'find_near_words',
    text: `select a.word, s.word as near, s.folded
     from jsonb_to_recordset($1::jsonb) as a (word text, folded text)
     cross join lateral (
       select count(*) as n from (
         (select from products
          where search @@ (plainto_tsquery('english', a.word) || to_tsquery('english', a.word || ':*'))
            and status = 'active'
          limit 500)
         ${isSaid ? SAID : ''}
       ) found
     ) known
     cross join lateral (
       select word, folded from search_words
       where known.n = 0 and numnode(plainto_tsquery('english', a.word)) > 0
         and ${isSaid ? `locale in ('', $2::text)` : `locale = ''`}
       order by folded <-> a.folded limit 60
     ) s`,
    values: isSaid ? [asked, language] : [asked],
  };
}

const SAID = `union all
         (select from (
            select product_id from product_translations
            where search @@ (
                plainto_tsquery(language_config($2::text), a.word) || to_tsquery(language_config($2::text), a.folded || ':*'))
              and locale = $2::text
            limit 500
          ) t
          cross join lateral (select from products where id = t.product_id and status = 'active' limit 1) p)`;
