import { query } from '@/db/client';
import { CONTENT } from '@/lib/platform/tags/tag';
import { taggedRead } from '@/lib/platform/tags/tagged-read';
import type { ContentPage, Words } from './model';

/** What a merchant has written for a page, until it is changed; null: the text that the shop came with counts. */
export function findWords(language: string, page: ContentPage): Promise<Words | null> {
  return taggedRead(
    `content:${language}:${page}`,
    () => [CONTENT],
    async () => {
      const [row] = await query<{ title: string | null; description: string | null; body: string | null }>(
        'find_words',
        `select title, description, body from content_versions where language = $1 and page = $2
         order by id desc limit 1`,
        [language, page],
      );
      if (row === undefined || row.title === null) return null;
      return { title: row.title, description: row.description ?? '', body: row.body ?? '' };
    },
  );
}
