/** The header by which the edge learns a page's tags (stack/edge/page-cache/freshness.ts), which it keeps to itself. */
const TAGS_HEADER = 'x-page-tags';
const NEXT_TAGS_HEADER = 'x-next-cache-tags';

/**
 * The page cache of a Next origin behind our edge: none. After `revalidateTag` on one origin another would go
 * on serving its old page, so pages are kept in one place only, in front of all origins.
 *
 * Next takes the tags of a page out of its answer, but awaits `set` before it writes the answer's head from the same headers:
 * so a page tells the edge its tags together with itself. Next's own, one for each part of the path, nobody bumps.
 */
export default class TellingPageCache {
  async get() {
    return null;
  }

  async set(_key, data) {
    const headers = data?.headers;
    if (typeof headers !== 'object' || headers === null) return;
    const tags = String(headers[NEXT_TAGS_HEADER] ?? '').split(',');
    headers[TAGS_HEADER] = tags.filter((tag) => tag !== '' && !tag.startsWith('_N_')).join(',');
  }

  async revalidateTag() {}

  resetRequestCache() {}
}
