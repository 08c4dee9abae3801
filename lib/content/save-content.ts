import { callFunction } from '@/db/client';
import { newId, parseId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { CONTENT } from '@/lib/platform/tags/tag';
import type { ContentLanguage, ContentPage, Words } from './model';

type Place = { readonly language: ContentLanguage; readonly page: ContentPage };

/**
 * Makes a new version of what a page says; `null` gives the text that the shop came with its place again. `basedOn` is the
 * version that was edited (null: none): where another is newer, nothing is overwritten. Without it the last writer wins.
 */
export async function saveContent(
  { language, page }: Place,
  words: Words | null,
  { basedOn, ...context }: WriteContext & { readonly basedOn?: string | null | undefined },
): Promise<Outcome<undefined, 'content-changed'>> {
  const edited = basedOn === null || basedOn === undefined ? null : parseId('text', basedOn);
  const { outcome } = await callFunction<{ outcome: 'saved' | 'content-changed' }>('save_content', {
    id: toUuid(newId('text')),
    language,
    page,
    words,
    isBased: basedOn !== undefined,
    basedOn: edited === null ? null : toUuid(edited),
    auditId: toUuid(newId('aud')),
    ...context,
  });
  if (outcome !== 'saved') return no(outcome);
  await bumpTags([CONTENT]);
  return ok();
}
