/** How many characters one may search for. Apart from the rest of what can be wished for: the search field of every page needs only this. */
export const MAX_QUERY = 200;
