import { CONTENT_PAGES as ALL, type ContentPage as AnyPage } from '@/lib/content/model';

/** The pages of text that have an address of their own: the front page's words stand on the front page. */
export type ContentPage = Exclude<AnyPage, 'home'>;

export const CONTENT_PAGES: readonly ContentPage[] = ALL.filter((page) => page !== 'home');
