import { query } from '@/db/client';
import { defaultWords } from './default-words';
import { CONTENT_LANGUAGES, CONTENT_PAGES, type ContentEntry } from './model';

/** Every page in every language, and whether it says what it came with. One statement. */
export async function listContent(): Promise<ContentEntry[]> {
  const rows = await query<{ key: string; title: string | null; at: string }>(
    'list_content',
    `select distinct on (language, page) language || '/' || page as key, title, to_json(created_at) #>> '{}' as at
     from content_versions order by language, page, id desc`,
    [],
  );
  const newest = new Map(rows.map((row) => [row.key, row]));
  return Promise.all(
    CONTENT_PAGES.flatMap((page) =>
      CONTENT_LANGUAGES.map(async (language) => {
        const found = newest.get(`${language}/${page}`);
        return {
          page,
          language,
          title: found?.title ?? (await defaultWords(language, page)).title,
          isDefault: (found?.title ?? null) === null,
          updatedAt: found === undefined ? null : new Date(found.at).toISOString(),
        };
      }),
    ),
  );
}
