/**
 * The page cache of a Next origin behind our edge: none. After `revalidateTag` on one origin another would go
 * on serving its old page, so pages are kept in one place only, in front of all origins.
 */
export default class EmptyPageCache {
  async get() {
    return null;
  }

  async set() {}

  async revalidateTag() {}

  resetRequestCache() {}
}
