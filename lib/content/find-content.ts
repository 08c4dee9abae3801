import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import { findActorNames } from '@/lib/staff/find-actor-names';
import { defaultWords } from './default-words';
import type { ContentLanguage, ContentPage, ContentVersion, Words } from './model';

/** A page for whoever writes it. */
export type EditedContent = {
  readonly page: ContentPage;
  readonly language: ContentLanguage;
  readonly words: Words;
  /** The text that the shop came with. */
  readonly default: Words;
  /** Newest first; the first one counts. Empty: nothing was ever changed. */
  readonly versions: readonly ContentVersion[];
};

const MOST_VERSIONS = 30;

type Row = {
  id: string;
  at: string;
  created_by: string;
  title: string | null;
  description: string | null;
  body: string | null;
};

/** What a page says, what it said before, and what it came with. Two statements. */
export async function findContent(language: ContentLanguage, page: ContentPage): Promise<EditedContent> {
  const [rows, own] = await Promise.all([
    query<Row>(
      'find_content',
      `select id::text, to_json(created_at) #>> '{}' as at, created_by, title, description, body,
         (select s.name from staff s where 'staff_' || replace(s.id::text, '-', '') = created_by) as by_name
       from content_versions where language = $1 and page = $2 order by content_versions.id desc limit $3::int`,
      [language, page, MOST_VERSIONS],
    ),
    defaultWords(language, page),
  ]);
  const names = await findActorNames(rows.map(({ created_by }) => created_by));
  const versions = rows.map((row) => toVersion(row, names));
  return { page, language, words: versions[0]?.words ?? own, default: own, versions };
}

function toVersion(
  { id, at, created_by: by, title, description, body }: Row,
  names: ReadonlyMap<string, string>,
): ContentVersion {
  const words = title === null ? null : { title, description: description ?? '', body: body ?? '' };
  return {
    id: fromUuid('text', id),
    at: new Date(at).toISOString(),
    by,
    byName: names.get(by) ?? null,
    words,
  };
}
