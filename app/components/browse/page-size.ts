/** How many products a page of a list shows: whole rows of two and of three. */
export const PAGE_SIZE = 24;
