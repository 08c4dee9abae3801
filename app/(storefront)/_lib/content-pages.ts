/** The pages that are written in Markdown, below content/{language}/, in the order of the footer. */
export const CONTENT_PAGES = ['about', 'shipping', 'contact', 'privacy', 'terms'] as const;

export type ContentPage = (typeof CONTENT_PAGES)[number];

export function isContentPage(name: string): name is ContentPage {
  return CONTENT_PAGES.some((page) => page === name);
}
