import { unstable_cache } from 'next/cache';
import { onTaggedRead } from '@/lib/platform/tags/tagged-read';

const nothing = async () => null;

/**
 * Lets every page carry the tags of what it read, so that a write takes exactly the pages out of the caches that show what
 * changed. Next learns tags from what a page caches; there is nothing to cache here, only to name.
 */
onTaggedRead(async (tags) => {
  if (tags.length === 0) return;
  try {
    await unstable_cache(nothing, ['tags', ...tags], { tags: [...tags] })();
  } catch (error) {
    // Outside of a page (a job, a command) there is nothing to carry them.
    if (!String(error).includes('incrementalCache')) throw error;
  }
});
