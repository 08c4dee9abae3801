import type { ContentVersionId } from '@/lib/kernel/ids';

/** The pages that are written in Markdown; `home` is what the front page says of the house. */
export const CONTENT_PAGES = ['home', 'about', 'shipping', 'contact', 'privacy', 'terms'] as const;
export const CONTENT_LANGUAGES = ['en', 'fr'] as const;

export type ContentPage = (typeof CONTENT_PAGES)[number];
export type ContentLanguage = (typeof CONTENT_LANGUAGES)[number];

/** What a page says: Markdown, in which `{shop}` and `{mail}` stand for the shop's facts. */
export type Words = { readonly title: string; readonly description: string; readonly body: string };

/** One state of a page's words. Without words the shop's own text counted again. */
export type ContentVersion = {
  readonly id: ContentVersionId;
  readonly at: string;
  readonly by: string;
  readonly byName: string | null;
  readonly words: Words | null;
};

/** A page as it is listed. */
export type ContentEntry = {
  readonly page: ContentPage;
  readonly language: ContentLanguage;
  readonly title: string;
  /** Whether the text is the one that the shop came with. */
  readonly isDefault: boolean;
  readonly updatedAt: string | null;
};
