/** The pages that are written in Markdown, below content/{language}/. */
export const CONTENT_PAGES = ['about', 'shipping', 'contact', 'privacy', 'terms'] as const;

export type ContentPage = (typeof CONTENT_PAGES)[number];
